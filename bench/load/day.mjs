/**
 * Deadline day as numbers. How people react to a deadline was measured at conference registrations: whoever has not acted yet acts
 * with a pressure inversely proportional to the time that is left (Alfi, Parisi, Pietronero, Nature Physics 3, 746, 2007). The
 * last quarter of an hour stands for the end of that law, where it would be infinite.
 */
export const DAY = {
  municipalities: 11_000,
  editors: 25_000,
  questions: 250,
  /** Length of the day, in seconds. */
  seconds: 8 * 3600,
  /** At so much time left the pressure is half of what it is at the end, in seconds. */
  half: 15 * 60,
  /** Each editor at work saves an answer as often, in seconds. */
  saveEvery: 30,
};

/** Kinds of acts; the name is that of the mutation or query. */
export const KINDS = ['saveAnswers', 'mySheet', 'submitResponse'];

/** Share of the last moment's pressure, in (0, 1]. @param left seconds until the deadline, at least 0 */
export const pressure = (left) => DAY.half / (left + DAY.half);

/** Acts of each kind per second in the last moment of the day, all editors and municipalities together. */
export function peakRates() {
  // The integral of the pressure over the day: so many seconds of the last moment is a day's work.
  const day = DAY.half * Math.log(1 + DAY.seconds / DAY.half);
  return {
    saveAnswers: DAY.editors / DAY.saveEvery,
    mySheet: DAY.editors / day,
    submitResponse: DAY.municipalities / day,
  };
}

/**
 * When which acts are meant to begin: independent of one another and of any answer (a Poisson process), so that a service that is
 * slow is asked no less.
 * @param options.seconds length of the window that ends with the deadline; `scale` share of the day's people; `curve` `deadline`,
 *   or `steady` for the last moment's rates throughout; `random` whole 32-bit numbers
 * @returns `{ at, kind }` in order of `at`, seconds from the beginning
 */
export function scheduleOf({ seconds, scale, curve, random }) {
  const rates = peakRates();
  const share = curve === 'steady' ? () => 1 : (at) => pressure(seconds - at);
  const uniform = () => (random() + 0.5) / 2 ** 32;
  const acts = [];
  for (const kind of KINDS) {
    const rate = rates[kind] * scale;
    for (let at = gap(uniform(), rate); at < seconds; at += gap(uniform(), rate))
      if (uniform() < share(at)) acts.push({ at, kind });
  }
  return acts.sort((one, other) => one.at - other.at);
}

/** Acts of one kind at a rate. @returns as scheduleOf */
export function steady({ seconds, rate, kind, random }) {
  const uniform = () => (random() + 0.5) / 2 ** 32;
  const acts = [];
  for (let at = gap(uniform(), rate); at < seconds; at += gap(uniform(), rate)) acts.push({ at, kind });
  return acts;
}

const gap = (uniform, rate) => -Math.log(uniform) / rate;
