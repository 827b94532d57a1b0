/** What became of a photo: smaller, as it came, or nothing that a browser can show. */
export type Reduction =
  | { readonly k: 'reduced'; readonly bytes: ArrayBuffer }
  | { readonly k: 'kept' }
  | { readonly k: 'unreadable' };

/** Kinds of picture that every browser reads: one that cannot be read is damaged. */
export const DECODED: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

const LARGE_BYTES = 1_500_000;
const LONGEST_SIDE = 2000;
const QUALITY = 0.85;

/**
 * Makes a photo smaller where it is heavy or wider than any screen that it will be looked at on: its longest side
 * comes to 2,000 pixels, upright. Where the browser cannot, or nothing is won, it stays as it came.
 */
export async function reducePhoto(bytes: Uint8Array<ArrayBuffer>, mime: string): Promise<Reduction> {
  if (typeof createImageBitmap !== 'function') return { k: 'kept' };
  const photo = await createImageBitmap(new Blob([bytes], { type: mime }), {
    imageOrientation: 'from-image',
  }).catch(() => null);
  if (!photo) return { k: 'unreadable' };
  try {
    const isLarge = bytes.length > LARGE_BYTES || Math.max(photo.width, photo.height) > LONGEST_SIDE;
    const reduced = isLarge ? await drawSmaller(photo) : null;
    return reduced && reduced.byteLength < bytes.length ? { k: 'reduced', bytes: reduced } : { k: 'kept' };
  } finally {
    photo.close();
  }
}

async function drawSmaller(photo: ImageBitmap): Promise<ArrayBuffer | null> {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(photo.width, photo.height));
  const [width, height] = [photo.width, photo.height].map((side) => Math.max(1, Math.round(side * scale)));
  if (typeof OffscreenCanvas !== 'function' || !width || !height) return null;
  const canvas = new OffscreenCanvas(width, height);
  const paper = canvas.getContext('2d');
  if (!paper) return null;
  // JPEG knows no transparency: what shows through a picture is white, as paper is.
  paper.fillStyle = 'white';
  paper.fillRect(0, 0, width, height);
  paper.imageSmoothingQuality = 'high';
  paper.drawImage(photo, 0, 0, width, height);
  const drawn = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }).catch(() => null);
  return drawn?.type === 'image/jpeg' ? drawn.arrayBuffer() : null;
}
