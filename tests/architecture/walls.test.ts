// A wall that cannot fail protects nothing: a small house that breaks each of them is shown to the tools.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROKEN_HOUSE } from './brokenHouse';

let house = '';

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'bitacora-walls-'));
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'), 'junction');
  const kept = ['package.json', 'tsconfig.json', 'tests/architecture'];
  for (const file of kept) cpSync(file, join(house, file), { recursive: true });
  for (const [name, text] of Object.entries(BROKEN_HOUSE)) {
    mkdirSync(dirname(join(house, name)), { recursive: true });
    writeFileSync(join(house, name), text);
  }
});

afterAll(() => rmSync(house, { recursive: true }));

/** Runs a tool inside the house, with the configuration that `npm run check` gives it. */
function run(tool: string, ...rest: readonly string[]): string {
  const program = resolve('node_modules', tool);
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...rest], {
    cwd: house,
    encoding: 'utf8',
  });
  return stdout || stderr;
}

/** Lists by file what was found. */
function byFile<T>(found: readonly T[], fileOf: (one: T) => string, nameOf: (one: T) => string) {
  const files = new Map<string, string[]>();
  for (const one of found) files.set(fileOf(one), [...(files.get(fileOf(one)) ?? []), nameOf(one)]);
  return files;
}

describe('the dependency rules', () => {
  interface Violation {
    readonly from: string;
    readonly rule: { readonly name: string };
  }
  let broken = new Map<string, string[]>();

  beforeAll(() => {
    const tool = 'dependency-cruiser/bin/dependency-cruise.mjs';
    const answer = run(tool, '--config', 'tests/architecture/layers.cjs', '--output-type', 'json', 'src');
    const { summary } = JSON.parse(answer) as { summary: { violations: readonly Violation[] } };
    broken = byFile(
      summary.violations,
      (one) => one.from,
      (one) => one.rule.name,
    );
  }, 120_000);

  test.each([
    ['src/domain/seesLog.ts', 'not-in-allowed'],
    ['src/domain/seesLogType.ts', 'not-in-allowed'],
    ['src/domain/seesNode.ts', 'not-in-allowed'],
    ['src/log/seesDomain.ts', 'not-in-allowed'],
    ['src/commands/seesDexie.ts', 'one-home-for-dexie'],
    ['src/formats/seesWorkbook.ts', 'one-home-for-hucre'],
    ['src/ui/seesPlot.ts', 'one-home-for-uplot'],
    ['src/ui/SeesStorage.svelte', 'not-in-allowed'],
    ['src/ui/SeesWorker.svelte', 'no-workers-in-ui'],
    ['src/ui/loop.ts', 'no-cycles'],
    ['src/text/alone.ts', 'no-orphans'],
  ])('%s breaks %s', (file, rule) => {
    expect(broken.get(file)).toContain(rule);
  });

  test.each([
    'src/commands/fine.ts',
    'src/storage/fine.ts',
    'src/log/fine.ts',
    'src/ui/fine.svelte',
    'src/formats/csv.ts',
    'src/ui/shared/Chart.svelte',
  ])('%s breaks none', (file) => {
    expect(broken.get(file)).toBeUndefined();
  });
});

describe('the linter', () => {
  interface FileReport {
    readonly filePath: string;
    readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
  }
  let broken = new Map<string, string[]>();

  beforeAll(() => {
    const config = ['-c', 'tests/architecture/eslint.config.mjs'];
    const reports = JSON.parse(
      run('eslint/bin/eslint.js', ...config, '--format', 'json', 'src'),
    ) as FileReport[];
    const found = reports.flatMap(({ filePath, messages }) => messages.map((one) => ({ filePath, ...one })));
    const fileOf = (path: string) => path.replaceAll('\\', '/').replace(/^.*\/src\//, 'src/');
    broken = byFile(
      found,
      (one) => fileOf(one.filePath),
      (one) => one.ruleId ?? one.message,
    );
  }, 120_000);

  test.each([
    ['src/domain/now.ts', 'no-restricted-syntax'],
    ['src/domain/today.ts', 'no-restricted-syntax'],
    ['src/domain/local.ts', 'no-restricted-syntax'],
    ['src/domain/chance.ts', 'no-restricted-syntax'],
    ['src/log/random.ts', 'no-restricted-syntax'],
    ['src/domain/loose.ts', '@typescript-eslint/no-explicit-any'],
    ['src/domain/floating.ts', '@typescript-eslint/no-floating-promises'],
    ['src/domain/wandering.ts', 'no-console'],
    ['src/commands/node.ts', 'no-restricted-globals'],
    ['src/domain/tangled.ts', 'complexity'],
    ['src/domain/longFunction.ts', 'max-lines-per-function'],
    ['src/domain/longFile.ts', 'max-lines'],
    ['src/ui/LongComponent.svelte', 'max-lines'],
    ['src/ui/RawHtml.svelte', 'svelte/no-at-html-tags'],
    ['src/ui/InlineStyle.svelte', 'svelte/no-inline-styles'],
    ['src/ui/StyleDirective.svelte', 'svelte/no-inline-styles'],
    ['src/ui/SeesRow.svelte', 'no-restricted-imports'],
    ['src/ui/FloatingPart.svelte', '@typescript-eslint/no-floating-promises'],
  ])('%s breaks %s', (file, rule) => {
    expect(broken.get(file)).toContain(rule);
  });

  test.each([
    'src/domain/fine.ts',
    'src/domain/fineClock.ts',
    'src/commands/fineClock.ts',
    'src/ui/Part.svelte',
  ])('%s breaks none', (file) => {
    expect(broken.get(file)).toBeUndefined();
  });
});

test('the compiler knows no browser in the pure rooms', () => {
  const answer = run('typescript/bin/tsc', '-p', 'tests/architecture/pure.tsconfig.json');
  expect(answer).toMatch(/src\/domain\/dom\.ts.*Cannot find name 'document'/);
  expect(answer).toMatch(/src\/log\/random\.ts.*Cannot find name 'crypto'/);
  expect(answer).not.toMatch(/fine/);
}, 120_000);
