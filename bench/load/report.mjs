/** A run as figures beside their yardsticks, and as counts. */
import { entry, median } from '../measure.mjs';
import { spread } from './figures.mjs';
import { latencyOf } from './open-loop.mjs';
import { memoryOf, serviceLagMs } from './watch.mjs';

/** ODK Central's own soak sends as many submissions of a form of 250 questions a second, for 30 seconds. */
const ODK = 50;
/** Submissions per second in the peak of the Australian census of 2021. */
const CENSUS = 141;
/** A save is acknowledged within a second, or refused. */
const SAVE_MS = 1000;

/**
 * @returns `entries` as of measure.mjs, `lines` of counts, and `faults`: what no run may have
 */
export function reportOf(result) {
  const {
    settings,
    editors,
    day,
    rows,
    watched,
    dayCounts,
    dayProcessor,
    whole,
    ledger,
    said,
    integrity,
    control,
    loadBefore,
    cores,
  } = result;
  const { warmUp, seconds, scale, curve } = settings;
  const counted = day.filter(({ at }) => at >= warmUp);
  const of = (kind) => counted.filter((act) => act.kind === kind);
  const acknowledged = (acts) => acts.filter(({ outcome }) => outcome === true);
  const size = `${editors} editors, ${settings.questions} questions`;
  const yardstick = spread(rows.filter(({ at }) => at >= warmUp).map(latencyOf));
  const entries = [];
  for (const kind of ['saveAnswers', 'mySheet', 'submitResponse']) {
    const times = spread(acknowledged(of(kind)).map(latencyOf));
    for (const share of ['p50', 'p95', 'p99'])
      if (times[share] !== null && yardstick[share] !== null)
        entries.push(
          entry({
            name: `load-${kind}-${share}`,
            size,
            subject: times[share],
            yardstick: yardstick[share],
            unit: 'ms',
            limit: {},
          }),
        );
    if (kind === 'saveAnswers' && times.p99 !== null)
      entries.push(
        entry({
          name: 'load-save-in-a-second',
          size,
          subject: times.p99,
          yardstick: SAVE_MS,
          unit: 'ms',
          limit: { most: 1 },
        }),
      );
  }
  for (const kind of ['saveAnswers', 'submitResponse']) {
    const acts = of(kind);
    if (acts.length === 0) continue;
    const inTime = acknowledged(day).filter(
      (act) => act.kind === kind && act.ended >= warmUp && act.ended <= warmUp + seconds,
    );
    entries.push(
      entry({
        name: `load-${kind}-done`,
        size: `${curve}, scale ${scale}`,
        subject: inTime.length / seconds,
        yardstick: acts.length / seconds,
        unit: 'per s',
        limit: { least: 0.95 },
      }),
    );
  }
  if (whole !== null) entries.push(...wholeSheets(whole, settings));

  const lines = [
    { name: 'machine', cores, loadBefore, loadMedian: median(watched.loads), loadMost: Math.max(...watched.loads) },
    {
      name: 'generator',
      lateP99Ms: spread(day.map(({ begun }) => begun * 1000)).p99,
      lagP99Ms: watched.generatorLagMs,
    },
    { name: 'service', lagP99Ms: serviceLagMs(watched.readings, warmUp) },
    ...processorLine('day', dayProcessor),
    ...processorLine('whole sheets', whole?.processor ?? null),
    ...countLines('day', dayCounts),
    ...(whole === null ? [] : countLines('whole sheets', whole.counts)),
    ...[...said].map(([text, times]) => ({ name: 'error', times, text })),
    ...ledger.contradictions.map((text) => ({ name: 'contradiction', text })),
    ...Object.entries(memoryOf(watched.readings, warmUp)).flatMap(([name, memory]) => memoryLine(name, memory)),
    { name: 'integrity', ...summaryOf(integrity) },
    ...(control === null ? [] : [{ name: 'control', ...summaryOf(control) }]),
    ...integrity.lost.slice(0, 20).map((text) => ({ name: 'lost', text })),
  ];
  const errors = [dayCounts, whole?.counts ?? new Map()].flatMap((counts) =>
    [...counts.values()].map(({ errors, givenUp }) => errors + givenUp),
  );
  const faults = [
    ...integrity.lost,
    ...ledger.contradictions,
    ...(integrity.surplus > 0 ? [`${integrity.surplus} saves that nobody was told of`] : []),
    ...(notBegun(day) + notBegun(whole?.done ?? []) > 0 ? ['acts that nobody came to'] : []),
    ...(errors.some((count) => count > 0) ? ['acts that failed or were given up'] : []),
  ];
  return { entries, lines, faults };
}

function wholeSheets({ bare, done }, { sheetSeconds, sheetsPerSecond, questions }) {
  const inTime = done.filter(({ outcome, ended }) => outcome === true && ended <= sheetSeconds).length / sheetSeconds;
  const size = `${sheetsPerSecond} per s, ${questions} questions`;
  const times = spread(done.filter(({ outcome }) => outcome === true).map(latencyOf));
  const against = (name, yardstick, limit) =>
    entry({ name: `sheets-${name}`, size, subject: inTime, yardstick, unit: 'per s', limit });
  return [
    against('offered', done.length / sheetSeconds, { least: 0.95 }),
    against('odk-soak', ODK, { least: 1 }),
    against('census-peak', CENSUS, { least: 1 }),
    against('bare-postgresql', bare, {}),
    ...(times.p99 === null
      ? []
      : [entry({ name: 'sheets-p99', size, subject: times.p99, yardstick: times.p50, unit: 'ms', limit: {} })]),
  ];
}

/** What one core could do of it, if it did nothing else: calculated from the processor time, not measured. */
function processorLine(of, spent) {
  if (spent === null) return [];
  const { service, database } = spent;
  return [
    {
      name: `processor: ${of}`,
      serviceMsPerAct: service,
      databaseMsPerAct: database,
      perSecondAndCore: 1000 / (service + database),
    },
  ];
}

/** What somebody was still waiting to do when it was over. */
const notBegun = (acts) => acts.filter(({ outcome }) => outcome === null).length;

const countLines = (of, counts) => [...counts].map(([kind, figures]) => ({ name: `${of}: ${kind}`, ...figures }));

const summaryOf = ({ acknowledged, lost, surplus, verified }) => ({
  acknowledged,
  lost: lost.length,
  surplus,
  receiptsVerified: verified,
});

/** Flat: at 95 % no growth can be told from none, or a day of the most that it may be is less than a tenth of what is there. */
function memoryLine(name, memory) {
  if (memory === null) return [];
  const { mean, slope, low, high, minutes } = memory;
  return [
    {
      name: `memory: ${name}`,
      meanMb: mean,
      mbPerHour: slope,
      from: low,
      to: high,
      minutes,
      flat: low <= 0 || high * 24 < mean / 10 ? 'yes' : 'NO',
    },
  ];
}
