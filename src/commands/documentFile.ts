import { picturesIn } from '../domain/document';
import type { Document } from '../domain/document';
import { success } from '../domain/problem';
import type { Result } from '../domain/problem';
import { documentCsv } from '../formats/documentCsv';
import { writeDocx } from '../formats/docx';
import { replacedTexts } from '../formats/docx/unwritable';
import type { Picture } from '../formats/picture';
import { getBlob } from '../storage/blobs';
import type { OutgoingFile } from './deliver';
import { fileNameFrom } from './fileName';
import { spreadsheetInWorker } from './spreadsheetInWorker';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A Word file, and the texts of which it cannot keep every character, as they are printed. */
export interface WordFile extends OutgoingFile {
  readonly replaced: readonly string[];
}

/** A document as a Word file, with the pictures that this device holds; `deliver` hands it over as it is. */
export async function documentFile(document: Document): Promise<WordFile> {
  const bytes = await writeDocx(document, await picturesOf(document));
  const name = fileNameFrom(document.title, 'docx');
  return { name, mime: DOCX, bytes, isShareable: true, replaced: replacedTexts(document) };
}

/** A document as a spreadsheet: what is a table can be worked with. */
export async function spreadsheetFile(document: Document): Promise<Result<OutgoingFile>> {
  const name = fileNameFrom(document.title, 'xlsx');
  const made = await spreadsheetInWorker({ k: 'document', document }, name);
  return made.ok ? success({ name, mime: XLSX, bytes: made.value.bytes, isShareable: true }) : made;
}

/** What a document says as a table of text, which any program reads. */
export function csvFile(document: Document): OutgoingFile {
  const bytes = documentCsv(document);
  return { name: fileNameFrom(document.title, 'csv'), mime: 'text/csv', bytes, isShareable: true };
}

async function picturesOf(document: Document): Promise<ReadonlyMap<string, Picture>> {
  const found = await Promise.all(picturesIn(document).map((sha256) => getBlob(sha256)));
  return new Map(
    found.flatMap((row) => (row ? [[row.sha256, { bytes: new Uint8Array(row.bytes), mime: row.mime }]] : [])),
  );
}
