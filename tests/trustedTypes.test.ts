import { afterEach, describe, expect, test, vi } from 'vitest';

const PAGE = 'https://entidad.gov.co/bitacora/index.html';

/** The module as the build has it: `npm run dev` names workers otherwise. */
async function load(trustedTypes?: unknown) {
  vi.resetModules();
  vi.stubEnv('DEV', false);
  vi.stubGlobal('document', { baseURI: PAGE });
  vi.stubGlobal('trustedTypes', trustedTypes);
  return import('../src/trustedTypes');
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('isOwnScript', () => {
  test.each(['./sw.js', 'https://entidad.gov.co/bitacora/assets/spreadsheet.worker-Ab3_x-9Z.js'])(
    'our own: %s',
    async (url) => {
      expect((await load()).isOwnScript(url, PAGE)).toBe(true);
    },
  );

  test.each([
    'https://example.org/sw.js',
    'http://entidad.gov.co/bitacora/sw.js',
    '//example.org/assets/x.worker-Ab3_x-9Z.js',
    './assets/index-Ab3_x-9Z.js',
    './other.js',
    'blob:https://entidad.gov.co/1b2c',
    'data:text/javascript,alert(1)',
    'javascript:alert(1)//sw.js',
    './examples/sw.js.xlsx',
  ])('not ours: %s', async (url) => {
    expect((await load()).isOwnScript(url, PAGE)).toBe(false);
  });
});

describe('trustedScriptUrl', () => {
  test('where the browser has no Trusted Types the rules are the same', async () => {
    const { trustedScriptUrl } = await load();
    expect(trustedScriptUrl('./sw.js')).toBe('./sw.js');
    expect(() => trustedScriptUrl('https://example.org/x.js')).toThrow(TypeError);
  });

  test('where it has them, one policy named bitacora makes the value', async () => {
    const createPolicy = vi.fn((_name: string, rules: { createScriptURL(url: string): string }) => ({
      createScriptURL: (url: string) => `trusted ${rules.createScriptURL(url)}`,
    }));
    const { trustedScriptUrl } = await load({ createPolicy });
    expect(trustedScriptUrl('./sw.js')).toBe('trusted ./sw.js');
    expect(() => trustedScriptUrl('./x.js')).toThrow(TypeError);
    expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['bitacora']);
  });
});

describe('parseInert', () => {
  test('a page is handed only to a parser whose documents do not run, through the policy', async () => {
    const parseFromString = vi.fn();
    vi.stubGlobal(
      'DOMParser',
      class {
        readonly parseFromString = parseFromString;
      },
    );
    const createPolicy = () => ({ createHTML: (html: string) => `trusted ${html}` });
    (await load({ createPolicy })).parseInert('<table>');
    expect(parseFromString).toHaveBeenCalledExactlyOnceWith('trusted <table>', 'text/html');
  });
});
