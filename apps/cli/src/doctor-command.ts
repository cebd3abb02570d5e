import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { CommandError } from './command-error.js';
import type { Terminal } from './commands.js';

/** The service's own part of the doctor: this command is a client, and starts it as a program. */
const EXAMINATION = fileURLToPath(new URL('../../api/dist/doctor/main.js', import.meta.url));

interface Finding {
  readonly area: string;
  readonly state: 'ok' | 'warning' | 'fault';
  readonly what: string;
  readonly mend: string | null;
}

const MARKS = { ok: 'ok     ', warning: 'WARNING', fault: 'FAULT  ' } as const;

/** @returns 0, or 1 where something keeps the service from working */
export async function runDoctor(format: 'table' | 'json', terminal: Terminal): Promise<number> {
  const findings = await examination(terminal);
  const faults = findings.filter(({ state }) => state === 'fault').length;
  if (format === 'json') terminal.out(`${JSON.stringify(findings, null, 2)}\n`);
  else {
    const width = Math.max(...findings.map(({ area }) => area.length));
    for (const { area, state, what, mend } of findings)
      terminal.out(
        `${MARKS[state]}  ${area.padEnd(width)}  ${what}${mend === null ? '' : `\n${' '.repeat(width + 11)}→ ${mend}`}\n`,
      );
    const warnings = findings.filter(({ state }) => state === 'warning').length;
    terminal.out(
      `${faults} ${faults === 1 ? 'fault' : 'faults'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}\n`,
    );
  }
  return faults === 0 ? 0 : 1;
}

async function examination(terminal: Terminal): Promise<readonly Finding[]> {
  if (!existsSync(EXAMINATION))
    throw new CommandError(
      'The doctor runs beside the service, which is not installed here. Run it where the service runs.',
    );
  const child = spawn(process.execPath, [EXAMINATION], {
    env: { ...terminal.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, code] = await Promise.all([
    text(child.stdout),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  if (code !== 0) throw new CommandError('The doctor itself failed; what it said is above.');
  return JSON.parse(output) as Finding[];
}
