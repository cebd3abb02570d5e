/** How large the client library is in a browser, without documents and rules. Fails above the budget. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'rolldown';

const BUDGET = 15_000;
const client = fileURLToPath(new URL('../libs/client/dist/', import.meta.url));
const entries = {
  createClient: `export { createClient } from '${client}index.js';`,
  'with the live connection': `export { createClient } from '${client}index.js'; export { createLive } from '${client}live/index.js';`,
  'with the sheet and its queue too': `
    export { createClient } from '${client}index.js';
    export { createLive } from '${client}live/index.js';
    export { indexedDbStore, openSheetSession } from '${client}sheet/index.js';`,
};

const folder = mkdtempSync(join(tmpdir(), 'client-size-'));
let last = 0;
try {
  for (const [name, source] of Object.entries(entries)) {
    const input = join(folder, 'entry.mjs');
    writeFileSync(input, source);
    const { output } = await build({
      input,
      write: false,
      platform: 'browser',
      output: { minify: true },
      // Documents are the caller's choice; the budget is for the code.
      plugins: [{ name: 'without-documents', transform: withoutDocuments }],
    });
    last = gzipSync(output[0].code, { level: 9 }).length;
    console.log(`${name.padEnd(34)} ${String(last).padStart(6)} bytes gzipped`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (last > BUDGET) {
  console.error(`The client has ${last} bytes; at most ${BUDGET}.`);
  process.exitCode = 1;
}

/** Empties the documents' text and nothing else. */
function withoutDocuments(code, id) {
  return id.endsWith('generated/operations.js')
    ? code.replaceAll(/new TypedDocumentString\(`[^`]*`/g, 'new TypedDocumentString(``')
    : null;
}
