/** What the compiler does not write: the mark that makes dist/cjs CommonJS inside an ESM package. */
import { mkdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../libs/client/dist/cjs/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('package.json', folder), '{ "type": "commonjs" }\n');
