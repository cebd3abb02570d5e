import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const LOAD = fileURLToPath(new URL('../../bench/load.mjs', import.meta.url));

interface Line {
  readonly name: string;
  readonly [figure: string]: number | string | boolean;
}

/** Runs the bench. @returns its exit code and lines */
function bench(...options: readonly string[]): Promise<{ readonly code: number; readonly lines: readonly Line[] }> {
  return new Promise((resolve, reject) =>
    execFile(process.execPath, [LOAD, '--json', ...options], (error, stdout, stderr) => {
      if (stdout === '') return reject(new Error(stderr, { cause: error }));
      const lines = stdout.trim().split('\n');
      return resolve({
        code: error === null ? 0 : Number(error.code),
        lines: lines.map((line) => JSON.parse(line) as Line),
      });
    }),
  );
}

describe('npm run bench:load', () => {
  it('drives a small deadline day, counts what it did, and finds the two acts that were spoilt afterwards', async () => {
    const { code, lines } = await bench(
      ...['--municipalities', '60', '--questions', '20', '--scale', '0.02', '--seconds', '2', '--warm-up', '1'],
      ...['--sheets-per-second', '4', '--sheet-seconds', '1', '--curve', 'steady', '--control'],
    );
    const line = (name: string) => lines.find((one) => one.name === name);

    const saves = line('day: saveAnswers')!;
    expect(saves).toMatchObject({ errors: 0, givenUp: 0, acknowledged: saves['acts'] });
    expect(saves['acts']).toBeGreaterThan(10);
    expect(Number(saves['attempts'])).toBe(Number(saves['acts']) + Number(saves['retries']));
    const sheets = Number(line('whole sheets: submitResponse')?.['acknowledged']);
    expect(sheets).toBeGreaterThan(0);
    expect(line('integrity')).toMatchObject({ lost: 0, surplus: 0 });
    expect(line('integrity')!['receiptsVerified']).toBeGreaterThanOrEqual(sheets);
    expect(line('control')!['lost']).toBe(2);
    for (const share of ['p50', 'p95', 'p99']) expect(line(`load-saveAnswers-${share}`)!['ratio']).toBeGreaterThan(0);
    expect(line('sheets-odk-soak')!['yardstick']).toBe(50);
    for (const phase of ['day', 'whole sheets'])
      expect(line(`processor: ${phase}`)!['serviceMsPerAct']).toBeGreaterThan(0);
    expect(code).toBe(0);
  }, 120_000);
});
