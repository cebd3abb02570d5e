import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DataExportDocument,
  ExportDataDocument,
  type Client,
  type DataExportQuery,
  type DataFormat,
} from '@reflexbogen/client';
import { SingleBar } from 'cli-progress';
import { CommandError } from './command-error.js';
import type { Terminal } from './commands.js';
import { openSession } from './session.js';

/** Data formats by the name that the command line takes. */
export const DATA_FORMATS: Readonly<Record<string, DataFormat>> = {
  'long-csv': 'LONG_CSV',
  'wide-csv': 'WIDE_CSV',
  r: 'R_SCRIPT',
  xlsx: 'XLSX',
  sav: 'SPSS',
  dta: 'STATA',
  parquet: 'PARQUET',
  ddi: 'DDI_CODEBOOK',
  sdmx: 'SDMX_CSV',
};

export interface DataExportOptions {
  readonly rounds?: readonly string[];
  readonly freeze?: string;
  readonly locale: 'de' | 'en';
}

type State = NonNullable<DataExportQuery['dataExport']>;

const POLL_MS = 200;
const ATTEMPTS = 5;

/** Has the service write a data file, and fetches it. A download that breaks off goes on where it was. */
export async function exportData(
  study: string,
  target: string,
  format: DataFormat,
  { rounds, freeze, locale }: DataExportOptions,
  terminal: Terminal,
): Promise<number> {
  const client = await openSession(terminal.env, 'ADMIN');
  const { exportData: started } = await client.request(ExportDataDocument, {
    input: {
      study,
      format,
      locale,
      ...(rounds === undefined ? {} : { rounds }),
      ...(freeze === undefined ? {} : { freeze }),
    },
  });
  const id = started.export?.id;
  if (id === undefined) throw new CommandError(started.errors.map(({ message }) => message).join(' '));
  const bar =
    terminal.progress === null
      ? null
      : new SingleBar({ format: 'export [{bar}] {percentage}%', stream: terminal.progress, clearOnComplete: true });
  bar?.start(100, 0);
  const ready = await finished(client, id, (percent) => bar?.update(percent)).finally(() => bar?.stop());
  if (!ready.downloadPath) throw new CommandError('The service could not write the file; its log says why.');
  await fetchFile(client, ready.downloadPath, target);
  terminal.out(`${study}: written to ${target}\n`);
  return 0;
}

async function finished(client: Client, id: string, onPercent: (percent: number) => void): Promise<State> {
  for (;;) {
    const { dataExport: state } = await client.request(DataExportDocument, { id });
    if (!state)
      throw new CommandError(
        'The service no longer knows this export; it may have been restarted. Repeat the command.',
      );
    onPercent(state.percent);
    if (state.status !== 'RUNNING') return state;
    await sleep(POLL_MS);
  }
}

/** Under another name until it is whole: a download that breaks off leaves no file that looks complete. */
async function fetchFile(client: Client, path: string, target: string): Promise<void> {
  await mkdir(dirname(resolve(target)), { recursive: true });
  const part = `${target}.part`;
  await rm(part, { force: true });
  for (let attempt = 1; ; attempt += 1) {
    const from = await stat(part).then(
      ({ size }) => size,
      () => 0,
    );
    try {
      const body = await client.download(path, { from });
      const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
      await pipeline(source, createWriteStream(part, { flags: 'a' }));
      break;
    } catch (error) {
      if (attempt === ATTEMPTS) {
        await rm(part, { force: true });
        throw error;
      }
      await sleep(POLL_MS * attempt);
    }
  }
  await rename(part, target);
}
