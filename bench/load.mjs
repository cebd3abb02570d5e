/**
 * npm run bench:load [-- --scale 0.1 --seconds 120 …]: deadline day against the built service, in an open loop. docs/scaling.md says
 * what it found, docs/performance.md what each line means. Ends with exit code 1 where anything acknowledged is not there.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ActClient } from './load/act-client.mjs';
import { Crew } from './load/crew.mjs';
import { DAY, scheduleOf, steady } from './load/day.mjs';
import { checkIntegrity, spoil } from './load/integrity.mjs';
import { Ledger } from './load/ledger.mjs';
import { openLoop } from './load/open-loop.mjs';
import { processorPerAct, processorSeconds } from './load/processor.mjs';
import { reportOf } from './load/report.mjs';
import { openStage } from './load/stage.mjs';
import { watch } from './load/watch.mjs';
import { rowsBeside, wholeSheetsBare } from './load/yardstick.mjs';
import { say } from './measure.mjs';
import { randomFrom } from './synthetic.mjs';

const number = (text, name) => {
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} is "${text}"; expected a number from 0.`);
  return value;
};

const { values } = parseArgs({
  options: {
    /** Share of the day's people that act. */
    scale: { type: 'string', default: '0.1' },
    /** Length of the window that ends with the deadline, and of the warm-up before it. */
    seconds: { type: 'string', default: '120' },
    'warm-up': { type: 'string', default: '15' },
    /** `deadline`, or `steady`: the last moment's rates throughout. */
    curve: { type: 'string', default: 'deadline' },
    /** Whole sheets per second that come afterwards, and for how long; ODK Central's own soak is 50 for 30 seconds. */
    'sheets-per-second': { type: 'string', default: '50' },
    'sheet-seconds': { type: 'string', default: '30' },
    /** Thirty minutes at the last moment's rates, for memory. */
    soak: { type: 'boolean', default: false },
    municipalities: { type: 'string', default: String(DAY.municipalities) },
    questions: { type: 'string', default: String(DAY.questions) },
    seed: { type: 'string', default: '1' },
    /** After the check two acts are spoilt, and the check is made once more: it must find both. */
    control: { type: 'boolean', default: false },
    /** Where the service's log goes; by default it is gone with everything else. */
    log: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const option = (name) => number(values[name], name);
const settings = {
  scale: option('scale'),
  seconds: values.soak ? 1800 : option('seconds'),
  warmUp: values.soak ? 300 : option('warm-up'),
  curve: values.soak ? 'steady' : values.curve,
  sheetsPerSecond: option('sheets-per-second'),
  sheetSeconds: values.soak ? 0 : option('sheet-seconds'),
  municipalities: option('municipalities'),
  questions: option('questions'),
  seed: option('seed'),
};
/** Saves of the yardstick per second: enough for a percentile, too few to be in the way. */
const YARDSTICK_RATE = 5;
/** Whole sheets that bare PostgreSQL writes. */
const YARDSTICK_SHEETS = 200;

/** Where in the panel each group is. The yardsticks take the last places. */
function placesFor(acts, sheets) {
  const bare = Math.min(YARDSTICK_SHEETS, Math.ceil(settings.municipalities / 10));
  const range = (from, count) => Array.from({ length: count }, (_, index) => from + index);
  const ready = acts.filter(({ kind }) => kind === 'submitResponse').length;
  const free = settings.municipalities - 1 - bare - ready - sheets.length;
  if (free < 1) throw new Error(`${settings.municipalities} municipalities are too few for so many that hand in`);
  const working = Math.max(1, Math.min(free, Math.round(settings.scale * DAY.municipalities)));
  return {
    working: range(0, working),
    ready: range(working, ready),
    whole: range(working + ready, sheets.length),
    bare: range(settings.municipalities - 1 - bare, bare),
    yardstick: settings.municipalities - 1,
  };
}

async function run(folder) {
  const random = randomFrom(settings.seed);
  const acts = scheduleOf({ ...settings, seconds: settings.warmUp + settings.seconds, random });
  const sheets = steady({
    seconds: settings.sheetSeconds,
    rate: settings.sheetsPerSecond,
    kind: 'wholeSheet',
    random,
  });
  const places = placesFor(acts, sheets);
  const editors = Math.round((places.working.length * DAY.editors) / DAY.municipalities);
  const stage = await openStage(folder, { ...settings, log: values.log ?? join(folder, 'service.log') });
  const client = new ActClient(stage.service.url);
  const ledger = new Ledger();
  try {
    const crew = new Crew({ stage, client, ledger, random, places, editors, questions: settings.questions });
    say(
      `${editors} editors of ${places.working.length} municipalities, ${places.ready.length} sheets to be handed in: preparing`,
    );
    await crew.prepare();
    client.counts.clear();
    const loadBefore = loadavg()[0];

    say(`${settings.warmUp} s of warm-up, then ${settings.seconds} s, ${acts.length} acts`);
    const spent = () => processorSeconds(stage.service.pid, stage.database.pid());
    const watching = watch(stage.service);
    const atFirst = spent();
    const beside = steady({ seconds: settings.warmUp + settings.seconds, rate: YARDSTICK_RATE, kind: 'rows', random });
    const [day, rows] = await Promise.all([openLoop(acts, crew.begin), rowsBeside(stage, places.yardstick, beside)]);
    const dayProcessor = processorPerAct(atFirst, spent(), day.filter(({ outcome }) => outcome === true).length);
    const watched = await watching.stop();
    const dayCounts = new Map(client.counts);

    client.counts.clear();
    let whole = null;
    if (sheets.length > 0) {
      say(`whole sheets, ${settings.sheetsPerSecond} per second for ${settings.sheetSeconds} s`);
      const bare = await wholeSheetsBare(stage, places.bare);
      const before = spent();
      const done = await openLoop(sheets, crew.begin);
      const handedIn = done.filter(({ outcome }) => outcome === true).length;
      const processor = processorPerAct(before, spent(), handedIn);
      whole = { bare, done, processor, counts: new Map(client.counts) };
    }

    say('is everything there?');
    const aside = [...places.bare, places.yardstick].map((place) => stage.study.ids[place]);
    const integrity = await checkIntegrity({ stage, ledger, crew, aside });
    let control = null;
    if (values.control) {
      await spoil({ stage, ledger });
      control = await checkIntegrity({ stage, ledger, crew, aside });
    }
    return {
      settings,
      editors,
      day,
      rows,
      watched,
      dayCounts,
      dayProcessor,
      whole,
      ledger,
      said: client.said,
      integrity,
      control,
      loadBefore,
    };
  } finally {
    await client.close();
    await stage.stop();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-load-'));
try {
  const result = await run(folder);
  const { entries, lines, faults } = reportOf({ ...result, cores: cpus().length });
  if (values.json) for (const line of [...entries, ...lines]) process.stdout.write(`${JSON.stringify(line)}\n`);
  else process.stdout.write(`${textOf(entries, lines)}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function textOf(entries, lines) {
  const short = (value) =>
    typeof value === 'number' ? value.toLocaleString('en', { maximumSignificantDigits: 4 }) : value;
  return [
    ...entries.map(({ name, size, subject, yardstick, unit, ratio, goal, met }) =>
      [
        name.padEnd(24),
        size.padEnd(34),
        `${short(subject)} ${unit}`.padStart(16),
        `${short(yardstick)} ${unit}`.padStart(16),
        short(ratio).padStart(8),
        goal.padEnd(9),
        met ? 'met' : 'NOT MET',
      ].join('  '),
    ),
    ...lines.map(({ name, ...figures }) =>
      [name.padEnd(24), ...Object.entries(figures).map(([what, value]) => `${what} ${short(value)}`)].join('  '),
    ),
  ].join('\n');
}
