// Node 20 cannot read TypeScript, Vite can: `node tests/support/runTypeScript.mjs <file.ts> [arguments]`.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

// Else Vite names the whole process a development one, and whatever it starts would build for that.
process.env.NODE_ENV ??= 'production';

await runnerImport(resolve(process.argv[2]), { configFile: false, logLevel: 'error' });
