import { minutesDocument } from '../documents/minutes';
import type { Minutes } from '../domain/meetings/model';
import type { OutgoingFile } from './deliver';
import { documentFile } from './documentFile';

/** An acta as a Word file, for a screen that has it ready before the tap: iOS shares nothing that is made after it. */
export function minutesFile(minutes: Minutes, suppressed: ReadonlySet<string>): Promise<OutgoingFile> {
  return documentFile(minutesDocument(minutes, suppressed));
}
