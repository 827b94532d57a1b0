import { ImageRun, TextRun } from 'docx';
import type { IRunOptions, ParagraphChild } from 'docx';
import { plainText } from '../../domain/document';
import type { SignatureMark, Words } from '../../domain/document';
import { pictureSize } from '../picture';
import type { Picture } from '../picture';
import { MUTED } from './measures';
import { REPLACEMENT, unwritable } from './unwritable';

export type Pictures = ReadonlyMap<string, Picture>;

/** What a picture may take, in dots of a screen. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** What one looks up and does not read. */
export const QUIET = { color: MUTED, size: 16 };

/** A text with the lines that it was written in. */
export function runsOf(words: Words, how: IRunOptions = {}): readonly TextRun[] {
  return writable(plainText(words))
    .split('\n')
    .map((line, at) => new TextRun({ ...how, text: line, ...(at > 0 && { break: 1 }) }));
}

/** The mark of a signature: its picture, or the words that stand in its place. */
export function markRuns(mark: SignatureMark, pictures: Pictures, room: Room): readonly ParagraphChild[] {
  if (mark.k !== 'picture') return runsOf(mark.words, QUIET);
  const drawn = pictureRun(pictures.get(mark.sha256), mark.words, room);
  return drawn ? [drawn] : runsOf(mark.missing, QUIET);
}

/** A picture as large as its room lets it be; null where it is not at hand or cannot be put in a Word file. */
export function pictureRun(picture: Picture | undefined, words: string, room: Room): ImageRun | null {
  const size = picture ? pictureSize(picture) : null;
  if (!picture || !size) return null;
  const scale = Math.min(room.width / size.width, room.height / size.height);
  const transformation = {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
  const altText = { name: writable(words), description: writable(words) };
  return new ImageRun({ type: size.type, data: picture.bytes, transformation, altText });
}

/** With a sign in the place of what XML cannot hold, which would keep Word from opening the file. */
export function writable(text: string): string {
  return text.replace(unwritable(), REPLACEMENT);
}
