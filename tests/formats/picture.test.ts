import { describe, expect, it } from 'vitest';
import { pictureSize } from '../../src/formats/picture';
import { aJpeg, aPng } from '../support/pictures';

describe('the size of a picture', () => {
  it('is read off its own bytes, wherever they lie', () => {
    expect(pictureSize(aPng(600, 200))).toEqual({ type: 'png', width: 600, height: 200 });
    expect(pictureSize(aJpeg(4032, 3024))).toEqual({ type: 'jpg', width: 4032, height: 3024 });
    const { bytes } = aPng(7, 9);
    const within = new Uint8Array([1, 2, 3, ...bytes]).subarray(3);
    expect(pictureSize({ bytes: within, mime: '' })).toEqual({ type: 'png', width: 7, height: 9 });
  });

  it('is none for what is cut short, empty, without size or of another kind', () => {
    const all = [aPng(600, 200), aJpeg(600, 200)];
    for (const { bytes, mime } of all) {
      for (let length = 0; length < 16; length += 1) {
        expect(pictureSize({ bytes: bytes.subarray(0, length), mime })).toBeNull();
      }
    }
    expect(pictureSize(aPng(0, 200))).toBeNull();
    expect(pictureSize({ bytes: new TextEncoder().encode('<svg xmlns=""/>'), mime: 'image/png' })).toBeNull();
    const endless = Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xe1, 0, 0, 0, 0, 0, 0);
    expect(pictureSize({ bytes: endless, mime: 'image/jpeg' })).toBeNull();
  });
});
