import {
  FreezeDiffDocument,
  FreezesDocument,
  ReleaseFreezeDocument,
  TakeFreezeDocument,
  type FreezeDiffQuery,
} from '@reflexbogen/client';
import { CommandError } from './command-error.js';
import type { Terminal } from './commands.js';
import { openSession } from './session.js';

/** Pins a study as it is now. */
export async function takeFreeze(
  study: string,
  name: string,
  note: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const client = await openSession(terminal.env, 'ADMIN');
  const { takeFreeze: taken } = await client.request(TakeFreezeDocument, {
    input: { study, name, ...(note === undefined ? {} : { note }) },
  });
  if (!taken.freeze) throw new CommandError(taken.errors.map(({ message }) => message).join(' '));
  terminal.out(`${study}: freeze ${taken.freeze.name} taken ${taken.freeze.takenAt}\n`);
  return 0;
}

/** Opens a freeze to analysts who do not see single answers. */
export async function releaseFreeze(study: string, name: string, terminal: Terminal): Promise<number> {
  const client = await openSession(terminal.env, 'ADMIN');
  const { releaseFreeze: released } = await client.request(ReleaseFreezeDocument, { input: { study, name } });
  if (!released.freeze) throw new CommandError(released.errors.map(({ message }) => message).join(' '));
  terminal.out(`${study}: freeze ${released.freeze.name} released ${released.freeze.releasedAt ?? ''}\n`);
  return 0;
}

export async function listFreezes(study: string, terminal: Terminal): Promise<number> {
  const client = await openSession(terminal.env, 'ANALYST');
  const { study: found } = await client.request(FreezesDocument, { study });
  if (!found) throw new CommandError(`There is no study ${study}, or your token does not cover it.`);
  if (found.freezes.length === 0) terminal.out(`${study} has no freezes\n`);
  for (const { name, takenAt, releasedAt, note } of found.freezes)
    terminal.out(
      `${name}  taken ${takenAt}  ${releasedAt ? `released ${releasedAt}` : 'not released'}${note ? `  ${note}` : ''}\n`,
    );
  return 0;
}

const CAUSES = {
  LATE_SUBMISSION: 'late submission',
  CORRECTION: 'correction',
  CHANGED_PANEL: 'changed panel',
  CHANGED_VERDICT: 'changed question set or verdict',
} as const;

type Figure = NonNullable<FreezeDiffQuery['freezeDiff']>['figures'][number];

const countsOf = (tally: Figure['before']): string =>
  tally ? `${tally.increased ?? tally.comparable - tally.unchanged} of ${tally.comparable}` : 'none';

/** Names each figure that moved between two freezes, and why. */
export async function diffFreezes(study: string, a: string, b: string, terminal: Terminal): Promise<number> {
  const client = await openSession(terminal.env, 'ANALYST');
  const { freezeDiff } = await client.request(FreezeDiffDocument, { study, a, b });
  if (!freezeDiff)
    throw new CommandError(`Study ${study} has no freezes ${a} and ${b}, or your token does not cover it.`);
  if (freezeDiff.figures.length === 0) terminal.out(`no figure moved between ${a} and ${b}\n`);
  for (const { from, to, question, option, before, after, moves } of freezeDiff.figures) {
    const name = option ? `${question.code}|${option.code}` : question.code;
    const why = moves.map(({ cause, count, municipalities }) => {
      const names = municipalities.slice(0, 5).map((municipality) => municipality.name);
      const more = count - names.length;
      return `${CAUSES[cause]}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    });
    terminal.out(`${from} > ${to}  ${name}  ${countsOf(before)} -> ${countsOf(after)}  (${why.join('; ')})\n`);
  }
  return 0;
}
