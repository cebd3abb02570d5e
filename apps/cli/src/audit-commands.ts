import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { SignCheckpointDocument, VerifyAuditDocument } from '@reflexbogen/client';
import { CommandError } from './command-error.js';
import type { Terminal } from './commands.js';
import { openSession } from './session.js';

/** A line of a file of kept checkpoints. */
interface KeptCheckpoint {
  readonly study: string;
  readonly number: number;
  readonly hash: string;
}

const isKept = (value: unknown): value is KeptCheckpoint =>
  typeof value === 'object' &&
  value !== null &&
  'study' in value &&
  typeof value.study === 'string' &&
  'number' in value &&
  typeof value.number === 'number' &&
  'hash' in value &&
  typeof value.hash === 'string';

/** The last checkpoints of a study in a file, one JSON object a line. */
function keptIn(file: string, study: string): readonly { number: number; hash: string }[] {
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch (error) {
        throw new CommandError(`${file}:${index + 1}: expected a checkpoint as JSON (${String(error)}).`);
      }
      if (!isKept(value)) throw new CommandError(`${file}:${index + 1}: expected study, number and hash.`);
      return value;
    })
    .filter((checkpoint) => checkpoint.study === study)
    .slice(-100)
    .map(({ number, hash }) => ({ number, hash }));
}

/** Checks every chain of a study. Exit code 1 where something was tampered with. */
export async function verifyAudit(study: string, kept: string | undefined, terminal: Terminal): Promise<number> {
  const checkpoints = kept === undefined ? [] : keptIn(kept, study);
  const client = await openSession(terminal.env, 'ADMIN');
  const { verifyAudit: found } = await client.request(VerifyAuditDocument, { study, kept: checkpoints });
  if (!found) throw new CommandError(`There is no study ${study}, or your token does not cover it.`);
  for (const { chain, number, kind, message } of found.faults)
    terminal.out(`${chain} #${number} ${kind}: ${message}\n`);
  const checked = `${found.events} events of ${found.sheets} sheets, ${found.checkpoints} checkpoints, ${checkpoints.length} kept elsewhere`;
  terminal.out(
    found.faults.length === 0
      ? `${study}: intact (${checked})\n`
      : `${study}: ${found.faults.length} faults (${checked})\n`,
  );
  return found.faults.length === 0 ? 0 : 1;
}

/** Signs where a study stands, and appends the checkpoint to a file that is kept elsewhere. */
export async function signCheckpoint(study: string, file: string | undefined, terminal: Terminal): Promise<number> {
  const client = await openSession(terminal.env, 'ADMIN');
  const { signCheckpoint: signed } = await client.request(SignCheckpointDocument, { study });
  if (!signed) throw new CommandError(`There is no study ${study}, or your token does not cover it.`);
  const line = `${JSON.stringify({ study, ...signed })}\n`;
  if (file === undefined) terminal.out(line);
  else {
    appendFileSync(file, line, { mode: 0o600 });
    terminal.out(`${study}: checkpoint ${signed.number} of ${signed.at} appended to ${file}\n`);
  }
  return 0;
}
