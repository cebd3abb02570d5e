import type { Block, Chart, ReportModel } from './report-model.js';
import { WORDS } from './words.js';

export interface MarkdownOptions {
  /** Address of a figure's picture; without it figures are tables. */
  readonly figure?: (number: number) => string;
}

/** Text that Markdown would read as its own marks. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const align = head.map((_, column) => (column === 0 ? ':---' : '---:'));
  return [row(head.map(plain)), row(align), ...rows.map((cells) => row(cells.map(plain)))].join('\n');
}

const chartTable = ({ segments, bars }: Chart): string =>
  table(
    ['', ...segments.map(({ label }) => label)],
    bars.map(({ label, counts }) => [
      label,
      ...segments.map((_, index) => (counts === null ? '·' : String(counts[index] ?? 0))),
    ]),
  );

/** A report as Markdown. */
export function toMarkdown(model: ReportModel, options: MarkdownOptions = {}): string {
  const words = WORDS[model.locale];
  const blockText = (block: Block): string => {
    switch (block.kind) {
      case 'heading':
        return `## ${plain(block.text)}`;
      case 'paragraph':
        return block.isNote ? `*${plain(block.text)}*` : plain(block.text);
      case 'list':
        return block.items.map((item) => `- ${plain(item)}`).join('\n');
      case 'figure': {
        const title = `**${words.figure} ${block.number}** ${plain(block.title)}`;
        const picture =
          options.figure === undefined
            ? chartTable(block.chart)
            : `![${plain(block.title)}](${options.figure(block.number)})`;
        return `${title}\n\n${picture}\n\n*${plain(block.source)}*`;
      }
      case 'table':
        return `**${words.table} ${block.number}** ${plain(block.title)}\n\n${table(block.head, block.rows)}`;
      case 'footnotes':
        return `### ${plain(block.title)}\n\n${block.items.map((item, index) => `${index + 1}. ${plain(item)}`).join('\n')}`;
    }
  };
  const head = [
    `# ${plain(model.title)}`,
    plain(model.subtitle),
    ...(model.note === null ? [] : [`> ${plain(model.note)}`]),
  ];
  return `${[...head, ...model.blocks.map(blockText)].join('\n\n')}\n`;
}
