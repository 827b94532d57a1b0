// The rooms of the house: what each may import from src/ and from outside. What is not listed is refused.
// Read by the dependency rules (layers.cjs) and, for what those cannot see in a component, by ESLint.
module.exports = {
  domain: { rooms: [], libraries: [] },
  log: { rooms: [], libraries: ['@noble/hashes'] },
  text: { rooms: ['domain'], libraries: [] },
  formats: {
    rooms: ['domain', 'log'],
    libraries: ['valibot', 'papaparse', 'hucre', 'ical.js', 'docx', 'fflate'],
  },
  storage: { rooms: ['domain', 'log'], libraries: ['dexie'] },
  documents: { rooms: ['domain', 'text'], libraries: [] },
  commands: {
    rooms: ['domain', 'log', 'formats', 'storage', 'documents', 'trustedTypes'],
    libraries: [],
  },
  state: { rooms: ['domain', 'log', 'storage', 'trustedTypes'], libraries: ['svelte', 'workbox-window'] },
  ui: {
    rooms: ['domain', 'text', 'state', 'commands', 'documents'],
    libraries: ['svelte', 'svelte-spa-router', '@lucide/svelte', '@fontsource-variable/work-sans', 'uplot'],
  },
};
