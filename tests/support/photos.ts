/** A JPEG of so many pixels with the given bytes at its end, so that it weighs what a test says and is like no other. */
export interface PhotoGiven {
  readonly width: number;
  readonly height: number;
  /** How rough its grain is: what makes a picture heavy. */
  readonly grain?: number;
  /** What the file weighs at least. */
  readonly bytes?: number;
  /** 1 to 8, as a camera that was held sideways notes it. */
  readonly orientation?: number;
}

/** Runs in a page: a picture with a grain that no compression takes away, as bytes in base 64. */
export async function drawPhoto({ width, height, grain: rough = 56 }: PhotoGiven): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const paper = canvas.getContext('2d')!;
  const grain = paper.createImageData(width, height);
  let seed = 7;
  for (let at = 0; at < grain.data.length; at += 4) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    const shade = (at / grain.data.length) * 200 + (seed % rough);
    grain.data.set([shade, 255 - shade, 128, 255], at);
  }
  paper.putImageData(grain, 0, 0);
  const drawn = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  const bytes = new Uint8Array(await drawn.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

/** The drawn picture as a camera would have written it: which way it was held, and as heavy as is asked. */
export function photoFile(drawn: string, { bytes = 0, orientation }: PhotoGiven, mark = ''): Buffer {
  const picture = Buffer.from(drawn, 'base64');
  const start = picture.subarray(0, 2);
  const held = orientation === undefined ? Buffer.alloc(0) : exif(orientation);
  const whole = Buffer.concat([start, held, picture.subarray(2), Buffer.from(mark)]);
  return Buffer.concat([whole, Buffer.alloc(Math.max(0, bytes - whole.length))]);
}

/** The least that says which way up: one entry of one directory. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.from([
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, body.length + 2]), body]);
}
