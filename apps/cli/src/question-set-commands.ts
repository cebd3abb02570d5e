import { QuestionSetDiffDocument, TemplateQuestionSetsDocument, type QuestionSetDiffQuery } from '@reflexbogen/client';
import { CommandError } from './command-error.js';
import type { Terminal } from './commands.js';
import { openSession } from './session.js';

export interface DiffOptions {
  readonly format: 'text' | 'markdown' | 'json';
  readonly locale: 'de' | 'en';
}

type Session = Awaited<ReturnType<typeof openSession>>;

/** Finds a set by `2018` (its last revision) or `2018/2`. */
export async function findQuestionSet(client: Session, template: string, name: string): Promise<string> {
  const match = /^(\d{4})(?:\/(\d+))?$/.exec(name);
  if (!match)
    throw new CommandError(`"${name}" is no question set; expected a year, e.g. 2018, or 2018/2 for its revision 2.`);
  const { template: found } = await client.request(TemplateQuestionSetsDocument, { template });
  if (!found) throw new CommandError(`There is no template ${template}, or your token does not cover it.`);
  const ofYear = found.questionSets.filter(
    ({ year, revision }) => year === Number(match[1]) && (match[2] === undefined || revision === Number(match[2])),
  );
  const set = ofYear.reduce<(typeof ofYear)[number] | undefined>(
    (last, next) => (last === undefined || next.revision > last.revision ? next : last),
    undefined,
  );
  if (set === undefined)
    throw new CommandError(
      `${template} has no question set ${name}; it has ${found.questionSets.map(({ year, revision }) => `${year}/${revision}`).join(', ') || 'none'}.`,
    );
  return set.id;
}

/** Prints what changed between two question sets of a template, and what it means for figures. */
export async function diffQuestionSets(
  template: string,
  from: string,
  to: string,
  { format, locale }: DiffOptions,
  terminal: Terminal,
): Promise<number> {
  const client = await openSession(terminal.env, 'DESIGNER');
  const [fromId, toId] = [await findQuestionSet(client, template, from), await findQuestionSet(client, template, to)];
  const { questionSetDiff: diff } = await client.request(QuestionSetDiffDocument, {
    from: fromId,
    to: toId,
    locale,
    format: format === 'markdown' ? 'MARKDOWN' : 'TEXT',
  });
  if (!diff) throw new CommandError('One of the question sets is gone.');
  if (format === 'json') {
    const { text: _text, ...rest } = diff;
    terminal.out(`${JSON.stringify(rest, null, 2)}\n`);
    return 0;
  }
  terminal.out(format === 'text' && terminal.progress !== null ? coloured(diff.text) : diff.text);
  terminal.out(consequences(diff, locale, format === 'markdown'));
  return 0;
}

const coloured = (text: string): string =>
  text.replace(/\[-([^\n]*?)-\]/g, '\u001b[31m$1\u001b[0m').replace(/\{\+([^\n]*?)\+\}/g, '\u001b[32m$1\u001b[0m');

const WORDS = {
  de: { series: 'Zeitreihen, die brechen', rounds: 'Runden', freezes: 'Datenstände', proposed: 'Vorschlag' },
  en: { series: 'Series that break', rounds: 'rounds', freezes: 'freezes', proposed: 'proposal' },
} as const;

/** Which series break, which figures rest on them, and what verdict a computer would propose. */
function consequences(
  { changed }: NonNullable<QuestionSetDiffQuery['questionSetDiff']>,
  locale: 'de' | 'en',
  isMarkdown: boolean,
): string {
  const broken = changed.filter(({ breaksSeries }) => breaksSeries);
  if (broken.length === 0) return '';
  const words = WORDS[locale];
  const lines = broken.map(({ code, affected, proposal }) => {
    const studies = affected.map(
      ({ study, rounds, freezes }) =>
        `${study} (${words.rounds} ${rounds.join(', ')}${freezes.length === 0 ? '' : `; ${words.freezes} ${freezes.join(', ')}`})`,
    );
    const proposed = proposal ? `; ${words.proposed}: ${proposal.verdict}` : '';
    return `${isMarkdown ? `- \`${code}\`` : `  ${code}`}: ${studies.join('; ') || '–'}${proposed}\n`;
  });
  return `\n${isMarkdown ? `## ${words.series}\n\n` : `${words.series}\n`}${lines.join('')}`;
}
