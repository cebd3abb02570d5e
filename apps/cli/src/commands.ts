import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompareByAttributeDocument,
  CompareDocument,
  ExportStudyDocument,
  ImportProgressDocument,
  ImportStudyDocument,
  type ImportProgressQuery,
} from '@reflexbogen/client';
import { SingleBar } from 'cli-progress';
import { CommandError } from './command-error.js';
import { breakdownCsv, breakdownTable, comparisonCsv, comparisonTable, type Language } from './comparison-table.js';
import { packageStream, savePackage } from './package-folder.js';
import { openSession, type Environment } from './session.js';

/** What a command writes to and reads from; the process itself outside tests. */
export interface Terminal {
  readonly env: Environment;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Where a progress bar may be drawn; null in a pipe. */
  readonly progress: NodeJS.WriteStream | null;
  readonly width: number;
}

type ImportState = NonNullable<ImportProgressQuery['import']>;

/** @returns the exit code: 0, or 1 with all faults listed */
export async function importPackage(path: string, dryRun: boolean, terminal: Terminal): Promise<number> {
  const client = await openSession(terminal.env, 'ADMIN');
  const upload = await client.upload(await packageStream(path));
  const { importStudy } = await client.request(ImportStudyDocument, { input: { upload, dryRun } });
  const id = importStudy.import?.id;
  if (id === undefined) throw new CommandError(importStudy.errors.map(({ message }) => message).join(' '));
  const bar =
    terminal.progress === null
      ? null
      : new SingleBar({ format: 'import [{bar}] {percentage}%', stream: terminal.progress, clearOnComplete: true });
  bar?.start(100, 0);
  const state = await finished(
    async () => (await client.request(ImportProgressDocument, { id })).import ?? null,
    (percent) => bar?.update(percent),
  ).finally(() => bar?.stop());
  if (state.status === 'SUCCEEDED') {
    const counts = `${state.municipalities} municipalities, ${state.submissions} submissions, ${state.answers} answers`;
    const what = state.dryRun
      ? 'checked without fault, nothing written'
      : state.unchanged
        ? 'was there already, nothing changed'
        : 'imported';
    terminal.out(`${state.study ?? path}: ${what} (${counts})\n`);
    return 0;
  }
  if (state.status === 'FAILED') throw new CommandError('The service failed; nothing was written. Its log says why.');
  for (const { file, line, column, message, expected } of state.faults)
    terminal.err(
      `${[file, line, column].filter((part) => part !== null && part !== undefined).join(':')}: ${message} (expected ${expected})\n`,
    );
  const more = state.faultCount - state.faults.length;
  terminal.err(
    `${state.faultCount} ${state.faultCount === 1 ? 'fault' : 'faults'}${more > 0 ? `, ${more} of them not listed` : ''}; nothing was written.\n`,
  );
  return 1;
}

const POLL_MS = 150;

async function finished(
  ask: () => Promise<ImportState | null>,
  onPercent: (percent: number) => void,
): Promise<ImportState> {
  for (;;) {
    const state = await ask();
    if (state === null)
      throw new CommandError(
        'The service no longer knows this import; it may have been restarted. Repeat the command: a repeated import changes nothing.',
      );
    onPercent(state.percent);
    if (state.status !== 'RUNNING') return state;
    await sleep(POLL_MS);
  }
}

export async function exportStudy(study: string, target: string, terminal: Terminal): Promise<number> {
  const client = await openSession(terminal.env, 'ADMIN');
  const { exportStudy: answer } = await client.request(ExportStudyDocument, { input: { study } });
  if (!answer.downloadPath) throw new CommandError(answer.errors.map(({ message }) => message).join(' '));
  await savePackage(await client.download(answer.downloadPath), target);
  terminal.out(`${study}: written to ${target}\n`);
  return 0;
}

export interface CompareOptions {
  readonly by?: string;
  readonly freeze?: string;
  readonly asOf?: string;
  readonly excludeCarriedOver?: boolean;
  readonly format: 'table' | 'json' | 'csv';
  readonly locale: Language;
}

export async function compare(
  study: string,
  from: string,
  to: string,
  options: CompareOptions,
  terminal: Terminal,
): Promise<number> {
  const client = await openSession(terminal.env, 'ANALYST');
  const cut = {
    ...(options.freeze === undefined ? {} : { freeze: options.freeze }),
    ...(options.asOf === undefined ? {} : { asOf: instantOf(options.asOf) }),
    ...(options.excludeCarriedOver === true ? { excludeCarriedOver: true } : {}),
  };
  const unknown = () =>
    new CommandError(`There is no study ${study} with rounds ${from} and ${to}, or your token does not cover it.`);
  if (options.by !== undefined) {
    const data = await client.request(CompareByAttributeDocument, {
      study,
      from,
      to,
      attribute: options.by,
      ...cut,
    });
    if (!data.comparison) throw unknown();
    if (options.format === 'json') terminal.out(`${JSON.stringify(data, null, 2)}\n`);
    else
      terminal.out(
        options.format === 'csv'
          ? breakdownCsv(data.comparison)
          : breakdownTable(data.comparison, options.locale, terminal.width),
      );
    return 0;
  }
  const data = await client.request(CompareDocument, { study, from, to, locale: options.locale, ...cut });
  if (!data.comparison) throw unknown();
  if (options.format === 'json') terminal.out(`${JSON.stringify(data, null, 2)}\n`);
  else
    terminal.out(
      options.format === 'csv'
        ? comparisonCsv(data.comparison)
        : comparisonTable(study, data.comparison, options.locale, terminal.width),
    );
  return 0;
}

/** @throws CommandError for anything that is no instant */
function instantOf(text: string): string {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()))
    throw new CommandError(`--as-of ${text}: expected an instant, e.g. 2018-08-01T00:00:00Z`);
  return instant.toISOString();
}

/** The schema of this installation. */
export async function printSchema(terminal: Terminal): Promise<number> {
  terminal.out(await readFile(new URL('../../../schema.graphql', import.meta.url), 'utf8'));
  return 0;
}
