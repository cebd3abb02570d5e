/**
 * Begins acts when they are meant to begin, whether or not earlier ones were answered: an open loop. Each act's time counts from
 * that moment, also where whoever acts was still waiting for an answer, so that nothing is left out while a service stands still.
 */

/** People who were still waiting then have gone home. */
const DRAIN_SECONDS = 60;

const CLOCK = { now: () => performance.now(), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };

/**
 * @param acts `{ at, kind }` in order; `at` in seconds
 * @param begin `(act) => { actor, perform }`; acts of one actor go one after the other, as a browser's do
 * @param options.clock tests bring their own; `drainSeconds` after the last moment, what still waits is not begun any more
 * @returns once all are answered or given up, for each act in order `{ ...act, outcome, begun, ended }`: `ended` in seconds from the
 *   beginning, `begun` how many seconds the loop itself was late; `outcome` is null of what was not begun
 */
export async function openLoop(acts, begin, { clock = CLOCK, drainSeconds = DRAIN_SECONDS } = {}) {
  const started = clock.now();
  const seconds = () => (clock.now() - started) / 1000;
  const tails = new Map();
  const done = [];
  const over = (acts.at(-1)?.at ?? 0) + drainSeconds;
  for (const act of acts) {
    // Many are due at once: asking the timer for each would make the loop itself late.
    for (let wait = act.at - seconds(); wait > 0; wait = act.at - seconds()) await clock.sleep(wait * 1000);
    const { actor, perform } = begin(act);
    const begun = seconds() - act.at;
    const before = tails.get(actor) ?? Promise.resolve();
    const result = before.then(async () => {
      const outcome = seconds() > over ? null : await perform();
      return { ...act, outcome, begun, ended: seconds() };
    });
    tails.set(
      actor,
      result.catch(() => undefined),
    );
    done.push(result);
  }
  return Promise.all(done);
}

/** Milliseconds from the moment an act was meant to begin to its answer. */
export const latencyOf = ({ at, ended }) => (ended - at) * 1000;
