import type { Picture } from '../../src/formats/picture';

/** The beginning of a PNG of so many dots, which is all that is read of it. */
export function aPng(width: number, height: number): Picture {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return { bytes, mime: 'image/png' };
}

/** The beginning of a JPEG of so many dots, its frame after a segment of something else. */
export function aJpeg(width: number, height: number): Picture {
  const [low, high] = [(n: number) => n & 0xff, (n: number) => n >> 8];
  const bytes = Uint8Array.of(
    ...[0xff, 0xd8, 0xff, 0xe1, 0, 4, 0xff, 0xc0, 0xff, 0xc2, 0, 17, 8],
    ...[high(height), low(height), high(width), low(width), 3],
  );
  return { bytes, mime: 'image/jpeg' };
}
