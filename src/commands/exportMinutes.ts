import { minutesDocument } from '../documents/minutes';
import type { Minutes } from '../domain/meetings/model';
import { documentFile } from './documentFile';
import type { WordFile } from './documentFile';

/** An acta as a Word file, for a screen that has it ready before the tap: iOS shares nothing that is made after it. */
export function minutesFile(minutes: Minutes, suppressed: ReadonlySet<string>): Promise<WordFile> {
  return documentFile(minutesDocument(minutes, suppressed));
}
