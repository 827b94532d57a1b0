import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { claimedNature, evidenceKind } from '../../src/formats/evidenceKind';

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const kindOf = (text: string) => evidenceKind(latin(text));

describe('what a file is, by its bytes', () => {
  test.each([
    ['image/jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['image/png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['image/gif', 'GIF89a'],
    ['image/webp', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['image/heic', '\0\0\0\x18ftypheic\0\0\0\0mif1'],
    ['image/heic', '\0\0\0\x18ftypmif1'],
    ['image/avif', '\0\0\0\x1cftypavif'],
    ['image/bmp', 'BM\x36\0\x0c\0\0\0\0\0'],
    ['image/tiff', 'II*\0'],
    ['image/svg+xml', '<?xml version="1.0"?>\n<!-- x --><svg xmlns="...">'],
  ])('%s', (mime, text) => {
    expect(kindOf(text)).toEqual({ nature: 'image', mime });
  });

  test('a PDF, also after some bytes that are none of it', () => {
    expect(kindOf('%PDF-1.7\n')).toEqual({ nature: 'pdf', mime: 'application/pdf' });
    expect(kindOf('\0\0junk\n%PDF-1.4').nature).toBe('pdf');
  });

  test.each([
    ['program', 'MZ\x90\0\x03'],
    ['program', '\x7fELF\x02'],
    ['web', '\xef\xbb\xbf<!DOCTYPE html><html>'],
    ['web', '<script>alert(1)</script>'],
    ['text', 'Acta de la mesa'],
    ['unknown', '\0\x01\x02\x03'],
  ])('%s', (nature, text) => {
    expect(kindOf(text)).toEqual({ nature, mime: null });
  });

  test('the files of Office, old and new', async () => {
    expect(evidenceKind(zipSync({ 'word/document.xml': latin('<w/>') })).nature).toBe('office');
    expect(kindOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1').nature).toBe('office');
    const matrix = await readFile('public/examples/cartagena-2023-plan-accion.xlsx');
    expect(evidenceKind(new Uint8Array(matrix)).nature).toBe('office');
  });
});

test('what a file says that it is: its extension before what came with it', () => {
  expect(claimedNature('FOTO.JPG', '')).toBe('image');
  expect(claimedNature('acta.pdf', 'image/jpeg')).toBe('pdf');
  expect(claimedNature('image', 'image/jpeg')).toBe('image');
  expect(claimedNature('acta', 'application/pdf')).toBe('pdf');
  expect(claimedNature('acta.docx', 'application/octet-stream')).toBeNull();
});
