import { CompletionDocument, type CompletionQuery, type CompletionStage } from '@reflexbogen/client';
import { CommandError } from './command-error.js';
import type { Terminal } from './commands.js';
import { openSession } from './session.js';

const BAR = 20;
const HEADINGS: Readonly<Record<CompletionStage, string>> = {
  INVITED: 'invited',
  OPENED: 'opened',
  STARTED: 'started',
  SUBMITTED: 'submitted',
  RETURNED: 'returned',
  ACCEPTED: 'accepted',
};

type Group = NonNullable<CompletionQuery['completion']>[number];

const countOf = (group: Group, stage: CompletionStage): number =>
  group.counts.find((count) => count.stage === stage)?.count ?? 0;

/** How much of a group is handed in, as a bar of fixed width. */
function bar(done: number, all: number): string {
  const filled = all === 0 ? 0 : Math.floor((done / all) * BAR);
  return `[${'#'.repeat(filled)}${'.'.repeat(BAR - filled)}] ${done} of ${all} submitted`;
}

/** How far the sheets of a round are: a line a group, and with `list` the municipalities at that stage. */
export async function showProgress(
  study: string,
  round: string,
  { by, list }: { readonly by?: string; readonly list?: string },
  terminal: Terminal,
): Promise<number> {
  const listed = Object.entries(HEADINGS).find(([, heading]) => heading === list)?.[0];
  if (list !== undefined && listed === undefined)
    throw new CommandError(`--list: expected one of ${Object.values(HEADINGS).join(', ')}, not ${list}.`);
  const client = await openSession(terminal.env, 'ADMIN');
  const first = list === undefined ? 0 : 1000;
  const { completion } = await client.request(CompletionDocument, { study, round, by: by ?? null, first });
  if (!completion)
    throw new CommandError(`There is no round ${round} of study ${study}, or your token does not cover it.`);
  const titles = completion.map(({ value }) => value ?? (by === undefined ? 'all' : '(none)'));
  const stages = Object.entries(HEADINGS) as [CompletionStage, string][];
  const width = Math.max('municipalities'.length, ...titles.map(({ length }) => length));
  terminal.out(`${''.padEnd(width)}  ${stages.map(([, heading]) => heading.padStart(9)).join(' ')}\n`);
  completion.forEach((group, index) => {
    const counts = stages.map(([stage]) => String(countOf(group, stage)).padStart(9)).join(' ');
    terminal.out(
      `${(titles[index] ?? '').padEnd(width)}  ${counts}  ${bar(countOf(group, 'SUBMITTED'), group.members)}\n`,
    );
    for (const { stage, count, municipalities } of group.counts) {
      if (stage !== listed) continue;
      for (const { code, name } of municipalities) terminal.out(`  ${code}  ${name}\n`);
      if (count > municipalities.length) terminal.out(`  and ${count - municipalities.length} more\n`);
    }
  });
  return 0;
}
