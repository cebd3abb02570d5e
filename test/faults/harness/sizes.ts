import { appendFileSync } from 'node:fs';

/** Complete sizes by `npm run test:faults`, small ones in CI. */
export const isComplete = process.env['FAULTS'] === 'complete';

/** The size of a run. @returns the first in CI, the second in a complete run */
export const size = (inCi: number, complete: number): number => (isComplete ? complete : inCi);

/** Limit for one test, in milliseconds: against endless runs, not a measure of speed. */
export const patience = (inCi: number, complete: number): number => size(inCi, complete) * 1000;

/** Writes a figure for the table of scripts/test-in-full.mjs, which names the file. */
export function figure(test: string, name: string, value: number | string): void {
  const file = process.env['FAULTS_FIGURES'];
  if (file) appendFileSync(file, `${JSON.stringify({ test, name, value })}\n`);
}

/** Writes several figures, in order. */
export function figures(test: string, values: Readonly<Record<string, number | string>>): void {
  for (const [name, value] of Object.entries(values)) figure(test, name, value);
}
