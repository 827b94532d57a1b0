import naughty from 'big-list-of-naughty-strings';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/domain/document';
import { cleanText, writtenText } from '../../src/formats/cells';
import { readCsv, writeCsv, writeOpenCsv } from '../../src/formats/csv';
import { writeDocx } from '../../src/formats/docx';
import { replacedTexts } from '../../src/formats/docx/unwritable';
import { pastedTextSheet } from '../../src/formats/pasted';
import { decodeSnapshot, encodeSnapshot } from '../../src/formats/snapshot';
import { readSpreadsheet } from '../../src/formats/spreadsheet';
import { writeXlsx } from '../../src/formats/xlsx';
import { foldAll } from '../../src/log/fold';
import { entityOf } from '../../src/log/state';
import { EMPTY_LOG, mergeCommits } from '../../src/log/union';
import { aWriter } from '../support/commits';
import { PLAN } from '../support/histories';
import { valueOf } from '../support/tablets';

/** A row that ends in something, as every row of a table does: blanks at its end are not kept by any sheet. */
const ROWS = naughty.map((text, at) => [text, String(at + 1)]);
const textsOf = (rows: readonly (readonly { readonly text: string }[])[]) =>
  rows.map((row) => row.map(({ text }) => text));

function documentOf(rows: readonly (readonly string[])[]): Document {
  return {
    title: 'Cadenas',
    paper: { size: 'letter', isLandscape: false },
    letterhead: {
      entityName: 'Alcaldía',
      entityFacts: [],
      documentName: 'Cadenas',
      facts: [],
      logo: null,
    },
    foot: { text: '', page: 'Página', of: 'de' },
    blocks: [
      {
        k: 'table',
        caption: '',
        isCaptionHidden: true,
        columns: [
          { label: 'Texto', share: 9 },
          { label: 'N', share: 1 },
        ],
        rows,
      },
    ],
  };
}

test('the whole list is there', () => {
  expect(naughty).toHaveLength(461);
  expect(new Set(naughty).size).toBeGreaterThan(450);
});

describe('every string of the list comes back as it was', () => {
  test('from our CSV, from the CSV of other programs, and from a clipboard', () => {
    expect(textsOf(valueOf(readCsv(writeCsv(ROWS), 'x.csv')).rows)).toEqual(ROWS);
    expect(textsOf(valueOf(readCsv(writeOpenCsv(ROWS), 'x.csv')).rows)).toEqual(ROWS);
    const quoted = ROWS.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join('\t'));
    expect(textsOf(pastedTextSheet(quoted.join('\r\n'), 'x').rows)).toEqual(ROWS);
  });

  test('from a spreadsheet', async () => {
    const { sheets } = valueOf(await readSpreadsheet(await writeXlsx(documentOf(ROWS)), 'x.xlsx'));
    const read = textsOf(sheets[0]?.rows ?? []);
    const first = read.findIndex(([, last]) => last === '1');
    expect(read.slice(first, first + ROWS.length)).toEqual(ROWS);
  });

  test('from a snapshot', () => {
    const commits = [
      aWriter('k3f9a2mt').set('act:1', Object.fromEntries(naughty.map((text, at) => [`extra/${at}`, text]))),
    ];
    const text = encodeSnapshot({
      plan: PLAN,
      exportedAt: '2026-06-14T12:00:00.000Z',
      exportedBy: { device: 'k3f9a2mt', person: '' },
      commits,
      quarantine: [],
      state: foldAll(commits),
    });
    const { log } = valueOf(decodeSnapshot(new TextEncoder().encode(text), 'x.json'));
    const fields = entityOf(foldAll([...mergeCommits(EMPTY_LOG, log).log.commits.values()]), 'act:1');
    expect(naughty.map((_, at) => fields?.get(`extra/${at}`)?.heads[0]?.value)).toEqual(naughty);
  });

  test('from a Word file, but for what XML cannot hold: it is printed with a sign in its place, and listed', async () => {
    const document = documentOf(ROWS);
    const xml = strFromU8(
      unzipSync(await writeDocx(document, new Map()))['word/document.xml'] ?? new Uint8Array(),
    );
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
    );
    const illegal = /(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu;
    expect(rows.slice(-ROWS.length)).toEqual(
      ROWS.map(([text = '', at]) => [text.replace(illegal, '\ufffd'), at]),
    );
    const replaced = naughty.filter((text) => text.replace(illegal, '') !== text);
    expect(replaced.length).toBeGreaterThan(2);
    expect(replacedTexts(document)).toEqual(
      [...new Set(replaced)].map((text) => text.replace(illegal, '\ufffd')),
    );
  });
});

describe('what a text field keeps of a string', () => {
  test('all of it, but for the blanks at its ends', () => {
    for (const text of naughty) {
      const kept = writtenText(text);
      expect(text).toContain(kept);
      expect(text.replace(kept, '')).toMatch(/^[\s\u200b]*$/);
      expect(kept).not.toMatch(/^[\s\u200b]|[\s\u200b]$/);
    }
    expect(naughty.filter((text) => writtenText(text) !== text).length).toBeLessThan(20);
  });

  test('it is blank where the cleaned text is, so that nobody looks for a name that is none', () => {
    for (const text of naughty) expect(writtenText(text) === '').toBe(cleanText(text) === '');
  });
});

function textOf(cell: string): string {
  const parts = [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map(
    ([, text]) => text ?? '\n',
  );
  return parts
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
