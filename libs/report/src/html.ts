import type { Block, Chart, ReportModel } from './report-model.js';
import { stackedBarChart } from './stacked-bar-chart.js';
import { escaped } from './text-layout.js';
import { WORDS } from './words.js';

const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --soft: #595959; --line: #8c8c8c; --tint: #f4f4f4; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f0f0; --paper: #1b1b1d; --soft: #b8b8b8; --line: #777; --tint: #28282b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.25rem 4rem; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.55 "Source Sans 3", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .25rem; } h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.75rem 0 .5rem; }
.subtitle, figcaption small, .note { color: var(--soft); } .subtitle { margin: 0 0 1.5rem; }
.remark { border-left: .25rem solid var(--line); background: var(--tint); padding: .75rem 1rem; margin: 0 0 1.5rem; }
figure { margin: 1.5rem 0; break-inside: avoid; } figure svg { display: block; width: 100%; height: auto; max-width: 40rem; margin: .75rem 0; }
figcaption, caption { text-align: left; font-weight: 600; caption-side: top; padding-bottom: .4rem; } figcaption span, caption span { color: var(--soft); }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: right; padding: .35rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; font-variant-numeric: tabular-nums; }
th:first-child, td:first-child { text-align: left; min-width: 14rem; } thead th { border-bottom: 2px solid var(--ink); } tbody th { font-weight: 400; }
tr { break-inside: avoid; } ol.notes { font-size: .9375rem; color: var(--soft); }
.table-of-figure { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@page { size: A4; margin: 20mm 18mm; } @media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #444; --tint: #f4f4f4; }
  body { max-width: none; padding: 0; font-size: 10.5pt; } h2 { break-after: avoid; } .wide { overflow: visible; } }
`;

function tableOf(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  className = '',
): string {
  const cells = ([first = '', ...others]: readonly string[]): string =>
    `<tr><th scope="row">${escaped(first)}</th>${others.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  return `<div class="wide${className}"><table><caption>${caption}</caption><thead><tr>${head
    .map((cell) => `<th scope="col">${escaped(cell)}</th>`)
    .join('')}</tr></thead><tbody>${rows.map(cells).join('')}</tbody></table></div>`;
}

/** The numbers of a figure for readers who do not see it. */
const numbersOf = ({ segments, bars }: Chart, title: string): string =>
  tableOf(
    escaped(title),
    ['', ...segments.map(({ label }) => label)],
    bars.map(({ label, counts }) => [
      label,
      ...segments.map((_, index) => (counts === null ? '·' : String(counts[index] ?? 0))),
    ]),
    ' table-of-figure',
  );

/** A report as one self-contained HTML page: no script, nothing loaded, for screen and A4 paper. */
export function toHtml(model: ReportModel): string {
  const words = WORDS[model.locale];
  const blockText = (block: Block): string => {
    switch (block.kind) {
      case 'heading':
        return `<h2>${escaped(block.text)}</h2>`;
      case 'paragraph':
        return `<p${block.isNote ? ' class="note"' : ''}>${escaped(block.text)}</p>`;
      case 'list':
        return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
      case 'figure': {
        const { number, title, chart, source } = block;
        const name = `${words.figure} ${number}`;
        const svg = stackedBarChart(chart, {
          title: `${name}: ${title}`,
          description: chart.segments.map(({ label }) => label).join(', '),
          withheld: words.withheld,
        });
        const caption = `<figcaption><span>${name}</span> ${escaped(title)}</figcaption>`;
        const numbers = numbersOf(chart, `${name}: ${title}`);
        return `<figure>${caption}${svg}${numbers}<p class="note">${escaped(source)}</p></figure>`;
      }
      case 'table':
        return tableOf(`<span>${words.table} ${block.number}</span> ${escaped(block.title)}`, block.head, block.rows);
      case 'footnotes':
        return `<h2>${escaped(block.title)}</h2><ol class="notes">${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ol>`;
    }
  };
  return `<!doctype html>
<html lang="${model.locale}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${escaped(model.title)}: ${escaped(model.subtitle)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(model.title)}</h1>
<p class="subtitle">${escaped(model.subtitle)}</p>
${model.note === null ? '' : `<p class="remark">${escaped(model.note)}</p>`}
${model.blocks.map(blockText).join('\n')}
</main>
</body>
</html>
`;
}
