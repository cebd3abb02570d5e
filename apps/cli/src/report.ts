import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { ReportDocument, type ReportQuery } from '@reflexbogen/client';
import { reportOf, stackedBarChart, toHtml, toMarkdown, type ReportData, type ReportLocale } from '@reflexbogen/report';
import { CommandError } from './command-error.js';
import type { Terminal } from './commands.js';
import { openSession } from './session.js';

export interface ReportOptions {
  readonly out: string;
  readonly freeze?: string;
  readonly locale: ReportLocale;
}

/** Writes a comparison as Markdown with its figures, as one HTML page, and as PDF. */
export async function report(
  study: string,
  from: string,
  to: string,
  { out, freeze, locale }: ReportOptions,
  terminal: Terminal,
): Promise<number> {
  const client = await openSession(terminal.env, 'ANALYST');
  const answer = await client.request(ReportDocument, {
    study,
    from,
    to,
    locale,
    ...(freeze === undefined ? {} : { freeze }),
  });
  const taken = answer.study?.freezes.find(({ name }) => name === freeze)?.takenAt;
  const date = taken === undefined ? new Date() : new Date(taken);
  const data = reportData(answer, locale, freeze ?? null, date);
  if (data === null)
    throw new CommandError(
      `There is no study ${study} with rounds ${from} and ${to}, or your token does not cover it.`,
    );
  const model = reportOf(data);
  // Only this command needs the PDF writer and its fonts.
  const { toPdf } = await import('@reflexbogen/report/pdf');
  await mkdir(dirname(resolve(out)), { recursive: true });
  const pictureOf = (number: number): string => `${out}-${number}.svg`;
  const files: [string, string | Uint8Array][] = [
    [`${out}.md`, toMarkdown(model, { figure: (number) => basename(pictureOf(number)) })],
    [`${out}.html`, toHtml(model)],
    [`${out}.pdf`, await toPdf(model, { date })],
  ];
  for (const block of model.blocks)
    if (block.kind === 'figure')
      files.push([
        pictureOf(block.number),
        stackedBarChart(block.chart, {
          title: block.title,
          description: block.source,
          withheld: locale === 'de' ? 'nicht ausgewiesen' : 'withheld',
          ink: '#1a1a1a',
          font: 'Helvetica, Arial, sans-serif',
        }),
      ]);
  for (const [path, content] of files) await writeFile(path, content);
  terminal.out(`${study}: written to ${out}.md, ${out}.html and ${out}.pdf\n`);
  return 0;
}

function reportData(
  { study, comparison }: ReportQuery,
  locale: ReportLocale,
  freeze: string | null,
  date: Date,
): ReportData | null {
  if (!study || !comparison) return null;
  const { from, to, panelSize, deltas, agreements } = comparison;
  const sections = [to, from].flatMap(({ questionSet }) => questionSet?.sections ?? []);
  return {
    locale,
    study,
    from: { code: from.code, year: from.year },
    to: { code: to.code, year: to.year },
    panelSize,
    freeze,
    asOf: date.toLocaleDateString(locale, { timeZone: 'Europe/Berlin', dateStyle: 'long' }),
    deltas: deltas.map(({ earlier, later, ...delta }) => ({ ...delta, from: earlier, to: later })),
    sections: sections.map(({ code, title, questions }) => ({
      code,
      title,
      questions: questions.map((question) => question.code),
    })),
    agreements: agreements.map(({ computed, comparable, agree }) => ({
      code: computed.question.code,
      text: computed.question.text,
      ...(comparable == null ? {} : { comparable }),
      ...(agree == null ? {} : { agree }),
    })),
  };
}
