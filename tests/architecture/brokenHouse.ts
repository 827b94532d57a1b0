// What must not pass: read by walls.test.ts alone.

const script = (content: string) => `<script lang="ts">\n${content}\n</script>\n`;

/** Files of a small house: each breaks one wall, or none when its name begins with `fine`. */
export const BROKEN_HOUSE: Readonly<Record<string, string>> = {
  // Who may import whom.
  'src/domain/fine.ts': 'export const one = 1;\nexport type One = typeof one;',
  'src/domain/seesLog.ts': "import { hash } from '../log/fine';\nexport const two = hash;",
  'src/domain/seesLogType.ts': "import type { Hash } from '../log/fine';\nexport type Two = Hash;",
  'src/domain/seesNode.ts': "import { join } from 'node:path';\nexport const path = join('a');",
  'src/log/fine.ts':
    "import { sha256 } from '@noble/hashes/sha2.js';\nexport const hash = sha256;\nexport type Hash = string;",
  'src/log/seesDomain.ts': "import { one } from '../domain/fine';\nexport const three = one;",
  'src/storage/fine.ts':
    "import Dexie from 'dexie';\nexport const database = Dexie;\nexport type Row = number;",
  'src/commands/fine.ts':
    "import url from './read.worker.ts?worker&url';\nimport { database } from '../storage/fine';\nexport const act = [url, database];",
  'src/commands/read.worker.ts': 'export const work = 1;',
  'src/commands/seesDexie.ts': "import Dexie from 'dexie';\nexport const four = Dexie;",
  'src/formats/seesWorkbook.ts': "import { readXlsx } from 'hucre';\nexport const five = readXlsx;",
  'src/ui/seesPlot.ts': "import uPlot from 'uplot';\nexport const plot = uPlot;",
  'src/ui/shared/Chart.svelte': `${script("import uPlot from 'uplot';\nconst plot = uPlot;")}<p>{plot.name}</p>`,
  'src/formats/csv.ts': "import papa from 'papaparse';\nexport const parse = papa;",
  'src/ui/fine.svelte': `${script("import { act } from '../commands/fine';\nimport Part from './Part.svelte';")}<p>{act}</p><Part />`,
  'src/ui/Part.svelte': '<p>x</p>',
  'src/ui/SeesStorage.svelte': `${script("import { database } from '../storage/fine';")}<p>{database}</p>`,
  'src/ui/SeesWorker.svelte': `${script("import url from '../commands/read.worker.ts?worker&url';")}<p>{url}</p>`,
  'src/ui/loop.ts': "import { pool } from './pool';\nexport const loop = (): unknown => pool;",
  'src/ui/pool.ts': "import { loop } from './loop';\nexport const pool = (): unknown => loop;",
  'src/text/alone.ts': 'export const alone = 1;',
  // What a file may say.
  'src/domain/fineClock.ts': "export const year = new Date('2026-01-01T00:00:00Z').getUTCFullYear();",
  'src/commands/fineClock.ts': 'export const now = (): number => Date.now();',
  'src/domain/now.ts': 'export const now = Date.now();',
  'src/domain/today.ts': 'export const today = new Date();',
  'src/domain/local.ts': "export const day = new Date('2026-01-01').getDay();",
  'src/domain/chance.ts': 'export const chance = Math.random();',
  'src/log/random.ts': 'export const id = crypto.randomUUID();',
  'src/domain/loose.ts': 'export const loose = (x: any): unknown => x;',
  'src/domain/floating.ts': 'export function start(): void {\n  Promise.resolve(1);\n}',
  'src/domain/wandering.ts': 'export const log = (): void => console.log(1);',
  'src/commands/node.ts': 'export const home = process.env;',
  'src/domain/tangled.ts': `export function tangled(n: number): number {\n${'  if (n > 1) n += 1;\n'.repeat(10)}  return n;\n}`,
  'src/domain/longFunction.ts': `export function long(n: number): number {\n${'  n += 1;\n'.repeat(60)}  return n;\n}`,
  'src/domain/longFile.ts': manyLines(301),
  'src/ui/LongComponent.svelte': script(manyLines(251).replaceAll('export ', '')),
  'src/ui/FloatingPart.svelte': script('void 0;\nPromise.resolve(1);'),
  'src/ui/RawHtml.svelte': `${script("const html = '<b>x</b>';")}{@html html}`,
  'src/ui/InlineStyle.svelte': '<p style="color: red">x</p>',
  'src/ui/StyleDirective.svelte': `${script("const width = '1px';")}<p style:width>x</p>`,
  'src/ui/SeesRow.svelte': `${script("import type { Row } from '../storage/fine';\nconst row: Row = 1;")}<p>{row}</p>`,
  // What the pure rooms may know of the machine.
  'src/domain/dom.ts': 'export const title = (): string => document.title;',
};

function manyLines(count: number): string {
  return Array.from({ length: count }, (_, index) => `export const x${index} = 1;\n`).join('');
}
