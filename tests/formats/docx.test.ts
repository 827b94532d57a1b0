import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { minutesDocument } from '../../src/documents/minutes';
import type { Block, Document } from '../../src/domain/document';
import { writeDocx } from '../../src/formats/docx';
import type { Picture } from '../../src/formats/picture';
import { piecesOf } from '../support/documentText';
import { OTHER_STROKES, someFacts, someMinutes, STROKES } from '../support/minutes';
import { aPng } from '../support/pictures';

type Parts = Readonly<Record<string, string>>;

const NO_PICTURES: ReadonlyMap<string, Picture> = new Map();

async function partsOf(document: Document, pictures = NO_PICTURES): Promise<Parts> {
  const files = unzipSync(await writeDocx(document, pictures));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

async function bodyOf(document: Document, pictures = NO_PICTURES): Promise<string> {
  return (await partsOf(document, pictures))['word/document.xml'] ?? '';
}

/** The paragraphs that say something, in order. */
function paragraphsIn(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => textIn(paragraph)).filter(Boolean);
}

function textIn(xml: string): string {
  const parts = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)];
  return parts.map(([, text]) => text ?? '\n').join('');
}

function only(...blocks: readonly Block[]): Document {
  return { ...minutesDocument(someMinutes()), blocks };
}

describe('an acta as a Word file', () => {
  it('says every word of the document, in its order', async () => {
    const name = 'María de los Ángeles '.repeat(15).slice(0, 300);
    const facts = someFacts({ people: [...someFacts().people, { ...someFacts().people[0]!, name }] });
    const minutes = someMinutes({ facts, version: 2, reason: 'faltaba <uno> & otro', signatures: [] });
    const document = minutesDocument(minutes);
    const escaped = piecesOf(document).map((text) => text.replace('<uno> &', '&lt;uno&gt; &amp;'));
    expect(paragraphsIn(await bodyOf(document))).toEqual(escaped);
  });

  it('has real headings, a numbered list, and tables of fixed widths whose header repeats', async () => {
    const document = minutesDocument(someMinutes());
    const xml = await bodyOf(document);
    for (const level of [1, 2, 3]) {
      const headings = document.blocks.filter((block) => block.k === 'heading' && block.level === level);
      expect(xml.match(new RegExp(`<w:pStyle w:val="Heading${level}"/>`, 'g'))).toHaveLength(headings.length);
    }
    expect(xml.match(/<w:numPr>/g)).toHaveLength(3);
    const tables = document.blocks.filter(({ k }) => k === 'table');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length);
    expect(xml.match(/<w:tblLayout w:type="fixed"\/>/g)).toHaveLength(xml.match(/<w:tbl>/g)?.length ?? 0);
    expect(xml).not.toMatch(/w:type="(pct|auto)"/);
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)];
    expect(rows.every(([row]) => row.includes('<w:cantSplit/>'))).toBe(true);
  });

  it('fills the width between the margins with every table', async () => {
    const xml = await bodyOf(minutesDocument(someMinutes()));
    const grids = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gs)].map(([, grid = '']) =>
      [...grid.matchAll(/w:w="(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0),
    );
    expect(new Set(grids)).toEqual(new Set([12_240 - 2 * 1_134]));
  });

  it('is a letter page in es-CO, with the letterhead and the number of the page on every one', async () => {
    const parts = await partsOf(minutesDocument(someMinutes()));
    expect(parts['word/document.xml']).toMatch(/<w:pgSz [^>]*w:w="12240"[^>]*w:h="15840"/);
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="es-CO"/>');
    expect(paragraphsIn(parts['word/header1.xml'] ?? '')).toEqual([
      'Alcaldía de Santiago de Cali',
      'NIT 890.399.011-3',
      'Acta de reunión',
      'Código: MAGT04.03.P003.F001',
      'Versión: 002',
    ]);
    const footer = parts['word/footer1.xml'] ?? '';
    expect(footer).toMatch(/Página .*PAGE.* de .*NUMPAGES/s);
    expect(textIn(footer)).toContain('Código: MAGT04.03.P003.F001 · Versión: 002');
  });

  it('lays a wide sheet down', async () => {
    const xml = await bodyOf({ ...only(), paper: { size: 'oficio', isLandscape: true } });
    expect(xml).toMatch(/<w:pgSz [^>]*w:w="18709"[^>]*w:h="12246"[^>]*w:orient="landscape"/);
  });
});

describe('the signatures of a Word file', () => {
  it('are pictures in their proportions, with their words for who does not see them', async () => {
    const pictures = new Map([
      [STROKES, aPng(600, 200)],
      [OTHER_STROKES, aPng(100, 400)],
    ]);
    const document = minutesDocument(someMinutes({ facts: someFacts({ logo: OTHER_STROKES }) }));
    const parts = await partsOf(document, pictures);
    const drawn = [...(parts['word/document.xml'] ?? '').matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"\/>/g)];
    expect(drawn).toHaveLength(2);
    for (const [, width, height] of drawn) expect(Number(width) / Number(height)).toBeCloseTo(3, 1);
    expect(parts['word/document.xml']).toContain('descr="Firma de Ana Lucía Pérez"');
    expect(parts['word/header1.xml']).toContain('<w:drawing>');
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toHaveLength(2);
  });

  it('are words where the picture is not at hand or is of another kind', async () => {
    const document = minutesDocument(someMinutes());
    const svg = { bytes: new TextEncoder().encode('<svg/>'), mime: 'image/svg+xml' };
    for (const pictures of [NO_PICTURES, new Map([[STROKES, svg]])]) {
      const xml = await bodyOf(document, pictures);
      expect(xml).not.toContain('<w:drawing>');
      expect(textIn(xml)).toContain('Firma dibujada; su imagen no está en este equipo');
    }
  });

  it('leave room for a pen, and say who signs under the line', async () => {
    const { blocks } = minutesDocument(someMinutes());
    const said = paragraphsIn(await bodyOf(only(...blocks.filter(({ k }) => k === 'signatures'))));
    expect(said).toEqual([
      'Firma dibujada; su imagen no está en este equipo',
      ...['Ana Lucía Pérez', 'Jefe de oficina', 'Hacienda'],
      ...['Óscar Ibarra', 'Contratista', 'Hacienda', 'Firma en físico'],
      'Firmó otra versión; esta no',
      ...['Beatriz Mosquera', 'Profesional', 'Hacienda'],
    ]);
  });
});

describe('the words of a Word file', () => {
  it('keep their lines, and have a sign in the place of what would keep Word from opening it', async () => {
    const text = 'uno\ndos\u0000\u001b \ud800tres\ufffe';
    expect(paragraphsIn(await bodyOf(only({ k: 'paragraph', text })))).toEqual([
      'uno\ndos\ufffd\ufffd \ufffdtres\ufffd',
    ]);
  });

  it('count each list from one, and begin the others with a dot', async () => {
    const list = (isNumbered: boolean): Block => ({
      k: 'list',
      isNumbered,
      items: [{ text: 'a' }, { text: 'b' }],
    });
    const xml = await bodyOf(only(list(true), list(true), list(false)));
    const ids = [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids).toHaveLength(6);
  });

  it('stand at the right where they are numbers, and a caption stands over its table', async () => {
    const table: Block = {
      k: 'table',
      caption: 'Avance',
      columns: [
        { label: 'Dominio', share: 3 },
        { label: 'Avance', share: 1, isNumber: true },
      ],
      rows: [['Estrategia', '80,0 %']],
    };
    const xml = await bodyOf(only(table, { k: 'facts', rows: [] }, { k: 'signatures', people: [] }));
    expect(xml).toContain('<w:pStyle w:val="Caption"/>');
    expect(xml.match(/<w:jc w:val="right"\/>/g)).toHaveLength(2);
  });

  it('joins the cells that reach over others, repeats both rows of its header, and marks the total', async () => {
    const table: Block = {
      k: 'table',
      caption: 'Dominios',
      columns: [
        { label: 'Dominio', share: 1 },
        { label: 'Primero', share: 1, over: 'Trimestre' },
        { label: 'Segundo', share: 1, over: 'Trimestre' },
      ],
      rows: [
        [{ k: 'cell', text: 'Estrategia', rows: 2 }, 'a', 'b'],
        ['c', 'd'],
        [{ k: 'cell', text: 'Total', columns: 2, isTotal: true }, 'e'],
      ],
    };
    const body = await bodyOf(only(table));
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(body.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(1);
    expect(body.match(/<w:vMerge w:val="continue"\/>/g)).toHaveLength(1);
    expect(body.match(/<w:gridSpan w:val="2"\/>/g)).toHaveLength(2);
    expect(paragraphsIn(body)).toEqual(piecesOf(only(table)).toSpliced(1, 0, 'Trimestre'));
  });

  it('draws each bar as long as its number, and says both', async () => {
    const bars: Block = {
      k: 'bars',
      caption: 'Avance',
      full: 100,
      labels: { name: 'Elemento', value: 'Avance' },
      bars: [
        { name: 'Arquitectura', length: 25, text: '25,0 %' },
        { name: 'Seguridad', length: null, text: 'no aplica' },
      ],
    };
    const body = await bodyOf(only(bars));
    expect(paragraphsIn(body)).toEqual(piecesOf(only(bars)));
    const [drawn = '', rest = ''] = [
      ...body.matchAll(/<w:tblGrid><w:gridCol w:w="(\d+)"\/><w:gridCol w:w="(\d+)"\/><\/w:tblGrid>/g),
    ].flatMap(([, a, b]) => [a, b]);
    expect(Number(drawn) / (Number(drawn) + Number(rest))).toBeCloseTo(0.25, 3);
  });
});
