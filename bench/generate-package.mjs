// Writes a study package of any size with synthetic answers: the same options give the same bytes.
//   node bench/generate-package.mjs <folder> [--municipalities 11000] [--rounds 2] [--questions 120] [--seed 1] [--slug bench]
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const DEFAULTS = { municipalities: 11_000, rounds: 2, questions: 120, seed: 1, slug: 'bench' };

const FIRST_YEAR = 2017;
const LEVELS = ['1', '2', '3', '4', '5'];
const TYPES = ['county', 'city', 'town', 'village'];
const STATES = 16;
/** Text is collected up to here before it goes to the file. */
const CHUNK = 1 << 18;

/** Pseudo-random numbers in [0, 1) (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Of 20 questions 17 have levels, 2 are yes/no and 1 is a number, as in sheets of municipalities. */
const typeOf = (index) => (index % 20 === 7 ? 'NUMBER' : index % 20 === 3 || index % 20 === 13 ? 'BOOLEAN' : 'SCALE');
const questionCode = (index) => `q${String(index + 1).padStart(3, '0')}`;
const municipalityCode = (index) => `m${String(index + 1).padStart(5, '0')}`;

function studyYaml({ slug, rounds, questions }) {
  const years = Array.from({ length: rounds }, (_, index) => FIRST_YEAR + index);
  const both = (text) => `{ de: ${text}, en: ${text} }`;
  const question = (index, year) =>
    [
      `          - code: ${questionCode(index)}`,
      `            type: ${typeOf(index)}`,
      ...(typeOf(index) === 'SCALE' ? ['            scale: challenge'] : []),
      ...(typeOf(index) === 'NUMBER' ? ['            min: 0', '            decimals: 1'] : []),
      `            text: ${both(`Question ${index + 1}`)}`,
      ...(year > FIRST_YEAR ? [`            since: { year: ${year - 1}, verdict: IDENTICAL }`] : []),
    ].join('\n');
  return `${[
    'format: reflexbogen/1',
    'study:',
    `  slug: ${slug}`,
    `  title: ${both('Synthetic study')}`,
    '  defaultLocale: en',
    'attributes:',
    '  - code: type',
    `    label: ${both('Type')}`,
    '    values:',
    ...TYPES.map((type) => `      - { code: ${type}, label: ${both(type)} }`),
    '  - code: state',
    `    label: ${both('State')}`,
    'scales:',
    '  - code: challenge',
    '    ordered: true',
    '    levels:',
    ...LEVELS.map((level) => `      - { code: "${level}", label: ${both(`Level ${level}`)} }`),
    '    boxes: { high: ["4", "5"] }',
    '    polarity: higher-is-worse',
    '    missing:',
    `      - { code: dk, kind: DONT_KNOW, label: ${both('unknown')} }`,
    `template: { slug: ${slug}, title: ${both('Synthetic sheet')} }`,
    'questionSets:',
    ...years.flatMap((year) => [
      `  - year: ${year}`,
      '    revision: 1',
      '    sections:',
      '      - code: all',
      `        title: ${both('All')}`,
      '        questions:',
      ...Array.from({ length: questions }, (_, index) => question(index, year)),
    ]),
    'rounds:',
    ...years.map(
      (year) =>
        `  - { code: "${year}", year: ${year}, questionSet: { year: ${year}, revision: 1 }, opensAt: ${year}-05-01, closesAt: ${year}-07-31, status: CLOSED }`,
    ),
  ].join('\n')}\n`;
}

/** Lines per municipality, then round, then question: the order in which a spreadsheet would have them. */
function* answerLines({ municipalities, rounds, questions, seed }) {
  const random = randomFrom(seed);
  const codes = Array.from({ length: questions }, (_, index) => questionCode(index));
  for (let municipality = 0; municipality < municipalities; municipality += 1) {
    // Where a municipality stands in general: answers of one sheet hang together, as real ones do.
    const lean = random() * 2;
    for (let round = 0; round < rounds; round += 1) {
      const start = `${municipalityCode(municipality)},${FIRST_YEAR + round},`;
      let lines = '';
      for (let index = 0; index < questions; index += 1) {
        const type = typeOf(index);
        const draw = random();
        let value;
        if (type === 'NUMBER') value = String(Math.floor(draw * 2000) / 10);
        else if (type === 'BOOLEAN') value = draw < 0.5 ? 'true' : 'false';
        else value = draw < 0.03 ? 'dk' : LEVELS[Math.min(4, Math.floor(lean + draw * 3))];
        lines += `${start}${codes[index]},${value}\n`;
      }
      yield lines;
    }
  }
}

function municipalitiesCsv({ municipalities, seed }) {
  const random = randomFrom(seed + 1);
  const lines = ['code,name,officialKey,type,state'];
  for (let index = 0; index < municipalities; index += 1) {
    const type = TYPES[Math.floor(random() * TYPES.length)];
    const state = String(1 + Math.floor(random() * STATES)).padStart(2, '0');
    lines.push(`${municipalityCode(index)},Municipality ${index + 1},,${type},${state}`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Writes the package into a folder, which is made if need be. Memory does not grow with its size.
 * @returns lines of answers and bytes of answers.csv
 */
export async function generatePackage(folder, options = {}) {
  const settings = { ...DEFAULTS, ...options };
  for (const name of ['municipalities', 'rounds', 'questions'])
    if (!Number.isInteger(settings[name]) || settings[name] < 1)
      throw new Error(`${name} is ${settings[name]}; expected a whole number from 1`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'study.yaml'), studyYaml(settings));
  await writeFile(join(folder, 'municipalities.csv'), municipalitiesCsv(settings));
  const file = createWriteStream(join(folder, 'answers.csv'), { highWaterMark: CHUNK });
  const finished = once(file, 'finish');
  let chunk = 'municipality,round,question,value\n';
  let bytes = 0;
  const flush = async () => {
    bytes += Buffer.byteLength(chunk);
    if (!file.write(chunk)) await once(file, 'drain');
    chunk = '';
  };
  for (const lines of answerLines(settings)) {
    chunk += lines;
    if (chunk.length >= CHUNK) await flush();
  }
  await flush();
  file.end();
  await finished;
  return { answers: settings.municipalities * settings.rounds * settings.questions, bytes };
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      municipalities: { type: 'string' },
      rounds: { type: 'string' },
      questions: { type: 'string' },
      seed: { type: 'string' },
      slug: { type: 'string' },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error('Name the folder to write into.');
  const { slug, ...numbers } = values;
  const { answers, bytes } = await generatePackage(folder, {
    ...Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, Number(text)])),
    ...(slug === undefined ? {} : { slug }),
  });
  process.stdout.write(`${folder}: ${answers} answers, ${(bytes / 1e6).toFixed(1)} MB\n`);
}
