// The rules a reader can rely on in every file. Limits are smells, not goals.
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import rooms from './rooms.cjs';

const root = process.cwd();

const clockAndChance = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Pass the clock in.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass the clock in.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Pass the clock in.' },
  {
    selector:
      'CallExpression[callee.property.name=/^(get|set)(Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|TimezoneOffset)$/]',
    message: 'Local time depends on the machine: use UTC or IsoDay.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Pass randomness in.',
  },
  { selector: "Identifier[name='crypto']", message: 'Pass randomness in; hash with log/hash.ts.' },
];

// Compiling a component drops its type-only imports before the dependency rules look: ESLint sees them.
const closedToUi = Object.keys(rooms).filter((room) => room !== 'ui' && !rooms.ui.rooms.includes(room));

const limits = (lines) => ['error', { max: lines, skipBlankLines: true, skipComments: true }];

export default ts.config(
  { ignores: ['dist/**', 'node_modules/**', 'tests/bench/peers/**', '**/.cache/**'] },
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        project: ['tsconfig.json', 'tests/architecture/sw.tsconfig.json'],
        tsconfigRootDir: root,
        extraFileExtensions: ['.svelte'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      complexity: ['error', 10],
      eqeqeq: 'error',
      'max-lines': limits(300),
      'max-lines-per-function': limits(60),
      'no-console': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // A part that is named is one that the rest is without.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'max-lines': limits(250),
      'svelte/no-at-html-tags': 'error',
      // State says by $state.raw what is reactive, and is replaced; a plain Map or Set is plain on purpose.
      'svelte/prefer-svelte-reactivity': 'off',
      // The page's policy refuses style attributes.
      'svelte/no-inline-styles': 'error',
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./)+(${closedToUi.join('|')})(/|$)`,
              message: 'A component reads from state/ and acts through commands/.',
            },
          ],
        },
      ],
    },
  },
  {
    // The parser cannot see the types of another component's props and snippets; svelte-check does.
    files: ['**/*.svelte'],
    rules: Object.fromEntries(
      ['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [
        `@typescript-eslint/no-unsafe-${what}`,
        'off',
      ]),
    ),
  },
  // A module of runes is not a component: the dependency rules see all of its imports.
  { files: ['**/*.svelte.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    // The clock and chance enter in commands/ and the composition root, nowhere else.
    files: ['src/**'],
    ignores: ['src/commands/**', 'src/main.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clockAndChance] },
  },
  {
    // The compiler knows Node's names because the tests need them; the app runs in a browser.
    files: ['src/**'],
    rules: { 'no-restricted-globals': ['error', 'process', 'Buffer', 'global', 'require', '__dirname'] },
  },
  {
    files: ['tests/**', 'vite.config.ts'],
    languageOptions: { globals: { ...globals.node } },
    // A test names its whole story in one place, and a bench prints.
    rules: { 'max-lines-per-function': 'off', 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: { ...globals.node } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
