/** Draws text from standard input as a terminal: npx reflexbogen compare … | node scripts/terminal-picture.mjs docs/compare.svg */
import { readFileSync, writeFileSync } from 'node:fs';

const [target] = process.argv.slice(2);
const lines = readFileSync(0, 'utf8').trimEnd().split('\n');
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const width = Math.max(...lines.map((line) => line.length)) * 8.4 + 40;
const height = lines.length * 19 + 40;
const rows = lines
  .map((line, index) => `<text x="20" y="${36 + index * 19}" xml:space="preserve">${escaped(line)}</text>`)
  .join('\n');
writeFileSync(
  target,
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Output of reflexbogen compare">
<rect width="100%" height="100%" rx="8" fill="#1e2430"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e6e9ef">
${rows}
</g>
</svg>
`,
);
