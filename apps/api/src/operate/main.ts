import { parseArgs } from 'node:util';
import { BackupError, ClusterError, EmbeddedServerError, UnsuitableServerError } from '@reflexbogen/persistence';
import { ConfigurationError, readStorage } from '../configuration.js';
import { backup, baseBackup, recoverTo, restore, type Output } from './backup.js';
import { distribute, plan } from './cluster.js';

/**
 * What operators do on the machine of the service, beside it and not through it: `node apps/api/dist/operate/main.js ACT …`
 * with the service's own environment. The reflexbogen command starts it as a process of its own, since it is a client of
 * GraphQL otherwise.
 */
async function main(): Promise<void> {
  const [act = '', ...rest] = process.argv.slice(2);
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { base: { type: 'boolean' }, wal: { type: 'string' }, to: { type: 'string' } },
  });
  const storage = readStorage(process.env);
  if (act === 'cluster-plan') return plan(storage, output);
  if (act === 'cluster-distribute') return distribute(storage, output);
  const folder = positionals[0];
  if (folder === undefined) throw new ConfigurationError(`${act}: expected a folder.`);
  if (act === 'backup' && values.base === true) await baseBackup(storage, folder, output);
  else if (act === 'backup') await backup(storage, folder, output);
  else if (act === 'restore' && values.wal !== undefined)
    await recoverTo(storage, { base: folder, archive: values.wal, to: instantOf(values.to) }, output);
  else if (act === 'restore') await restore(storage, folder, output);
  else
    throw new ConfigurationError(
      `${act} is nothing to do; expected backup, restore, cluster-plan or cluster-distribute.`,
    );
}

const output: Output = {
  say: (text) => void process.stdout.write(`${text}\n`),
  progress: (text) => void (process.stderr.isTTY ? process.stderr.write(`\r\u001b[K${text}`) : undefined),
};

/** @throws ConfigurationError where it is no instant with a zone */
function instantOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const instant = new Date(text);
  if (!/(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(instant.getTime()))
    throw new ConfigurationError(`--to is "${text}"; expected an instant with its zone, as 2026-11-30T18:00:00+01:00.`);
  return instant;
}

main().catch((error: unknown) => {
  const isForOperators =
    error instanceof BackupError ||
    error instanceof ClusterError ||
    error instanceof ConfigurationError ||
    error instanceof EmbeddedServerError ||
    error instanceof UnsuitableServerError;
  const text = isForOperators || !(error instanceof Error) ? String((error as Error).message ?? error) : error.stack;
  process.stderr.write(`reflexbogen: ${text ?? ''}\n`);
  process.exitCode = 1;
});
