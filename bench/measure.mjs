/** What every benchmark shares: alternatives run in turn, medians, and one shape of result. */

/** Sizes as municipalities × rounds × questions. */
export const SIZES = {
  S: { municipalities: 15, rounds: 2, questions: 60 },
  M: { municipalities: 11_000, rounds: 10, questions: 120 },
  L: { municipalities: 100_000, rounds: 20, questions: 100 },
};

export const sizeText = ({ municipalities, rounds, questions }) => `${municipalities} x ${rounds} x ${questions}`;

/** Progress for people, away from the results. */
export const say = (text) => process.stderr.write(`  … ${text}\n`);

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs alternatives in turn, so that whatever else the machine does hits all of them alike.
 * @param works name to function; a number it returns counts as its time in ms, else its duration does
 * @param options.runs measured rounds; `warmUp` rounds before them are thrown away
 * @returns name to median in ms
 */
export async function interleaved(works, { runs, warmUp = Math.ceil(runs / 4) }) {
  const names = Object.keys(works);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let run = 0; run < warmUp + runs; run += 1) {
    for (const name of names) {
      const started = performance.now();
      const pending = works[name](run);
      const own = pending instanceof Promise ? await pending : pending;
      const taken = performance.now() - started;
      if (run >= warmUp) times[name].push(typeof own === 'number' ? own : taken);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]));
}

const rounded = (value) => Number(value.toPrecision(4));

/**
 * One line of the result.
 * @param limit `{ most }` or `{ least }` of the ratio; `{}`: there is no goal
 * @param ratio subject / yardstick unless stated
 */
export function entry({ name, size, subject, yardstick, unit, limit, ratio = subject / yardstick }) {
  const [goal, met] = judged(ratio, limit);
  return {
    name,
    size,
    subject: rounded(subject),
    yardstick: rounded(yardstick),
    unit,
    ratio: rounded(ratio),
    goal,
    met,
  };
}

function judged(ratio, { most, least }) {
  if (most !== undefined) return [`<= ${most}`, ratio <= most];
  return least === undefined ? ['-', true] : [`>= ${least}`, ratio >= least];
}

/** Two results must be the same before anybody times them. */
export function assertSame(what, actual, expected) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a === b) return;
  const at = [...a].findIndex((character, index) => character !== b[index]);
  throw new Error(`${what}: results differ at ${at}: ${a.slice(at, at + 120)} instead of ${b.slice(at, at + 120)}`);
}
