// The walls of the house: who may import whom, as an allow-list over the rooms, and no cycles.
const rooms = require('./rooms.cjs');

// One home for each library that could be exchanged for another.
const homes = {
  // It reads in one place and writes in another.
  hucre: 'formats/(spreadsheet|xlsx/)',
  papaparse: 'formats/csv',
  docx: 'formats/docx/',
  // A package of evidence is a zip, and a workbook that is changed part by part is another.
  fflate: 'formats/(evidencePackage|xlsx/patchXlsx)',
  'ical.js': 'formats/calendarFile',
  dexie: 'storage/',
  'workbox-window': 'state/appUpdate',
  uplot: 'ui/shared/Chart',
};

const library = (name) => `node_modules/${name}(/|$)`;
const room = (name) => (name === 'trustedTypes' ? '^src/trustedTypes\\.ts$' : `^src/${name}/`);

const allowed = Object.entries(rooms).map(([name, may]) => ({
  from: { path: room(name) },
  to: { path: [room(name), ...may.rooms.map(room), ...may.libraries.map(library)] },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.(d\\.ts|css)$|^src/(main|sw)\\.ts$' },
      to: {},
    },
    ...Object.entries(homes).map(([name, home]) => ({
      name: `one-home-for-${name}`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${home}` },
      to: { path: library(name) },
    })),
    {
      // Workers are started by the command beside them.
      name: 'no-workers-in-ui',
      severity: 'error',
      from: { path: '^src/(ui|state)/' },
      to: { path: '\\.worker\\.ts' },
    },
  ],
  allowedSeverity: 'error',
  allowed: [
    ...allowed,
    { from: { path: '^src/(main|sw|trustedTypes)\\.ts$' }, to: {} },
    { from: { pathNot: '^src/' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'browser', 'default'],
    },
    extraExtensionsToScan: ['.css'],
  },
};
