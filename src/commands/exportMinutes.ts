import { minutesDocument } from '../documents/minutes';
import type { Minutes } from '../domain/meetings/model';
import { deliver } from './deliver';
import type { Delivery, OutgoingFile } from './deliver';
import { documentFile } from './documentFile';

/** Hands an acta over as a Word file, the name of the file being that of the document. */
export async function exportMinutes(minutes: Minutes): Promise<Delivery> {
  return deliver(await minutesFile(minutes));
}

/** The file alone, for a screen that has it ready before the tap: iOS shares nothing that is made after it. */
export function minutesFile(minutes: Minutes): Promise<OutgoingFile> {
  return documentFile(minutesDocument(minutes));
}
