/**
 * Writes studies/integration-2021: a study whose published totals are real and whose single answers are synthetic.
 * Deterministic: a fixed seed, the same bytes every time. Ends with a count of its own over what it wrote.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import {
  ASKED_TWICE,
  ATTRIBUTES,
  CHALLENGES,
  CHANGES,
  CHOICES,
  IMPACT,
  IMPACT_FACTS,
  MEASURES,
  REAL_ROWS,
  SCALES,
  SECTIONS,
  STATED_DENOMINATOR,
} from './reference-study/questions.mjs';

const N = 15;
const folder = new URL('../studies/integration-2021/', import.meta.url);
const t = (de, en) => ({ de, en });

/** mulberry32: small, seeded, good enough to deal cards. */
function dealer(seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  const shuffled = (items) => {
    const copy = [...items];
    for (let index = copy.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1));
      [copy[index], copy[other]] = [copy[other], copy[index]];
    }
    return copy;
  };
  return { random, shuffled, pick: (items) => items[Math.floor(random() * items.length)] };
}

/** Deals counts of values out to the fifteen municipalities. */
const deal = (cards, counts) =>
  cards.shuffled(Object.entries(counts).flatMap(([value, count]) => Array.from({ length: count }, () => value)));

// ---- the panel: margins of Abbildung 2, rows dealt anew until none is a real one
function panel() {
  for (let seed = 2021; ; seed += 1) {
    const cards = dealer(seed);
    const columns = ATTRIBUTES.map(({ values }) =>
      deal(cards, Object.fromEntries(values.map(([code, , count]) => [code, count]))),
    );
    const [city, land, type] = columns;
    const rows = city.map((_, index) => `${land[index]} ${city[index]} ${type[index]}`);
    if (rows.some((row) => REAL_ROWS.includes(row))) continue;
    return city.map((_, index) => columns.map((column) => column[index]));
  }
}

// ---- answers: municipality index -> value, per round and question
const cards = dealer(6_2021);
const answers = { 2017: new Map(), 2018: new Map() };
const put = (year, question, values) => answers[year].set(question, values);

for (const [code, , high, , , facts] of CHALLENGES) {
  const veryBig = facts.find(([, , box]) => box === '5')?.[3];
  const big = Array.from({ length: high }, (_, index) =>
    veryBig === undefined ? cards.pick(['4', '4', '5']) : index < veryBig ? '5' : '4',
  );
  const small = Array.from({ length: N - high }, () =>
    cards.pick(code === 'challenge.acceptance' ? ['2', '3'] : ['1', '2', '3', '3']),
  );
  put(2017, code, cards.shuffled([...big, ...small]));
}
for (const [code, , , up, down, missing] of CHANGES) {
  const values = deal(cards, { up, down, dk: missing, same: N - up - down - missing });
  put(
    2018,
    code,
    values.map((value) => value),
  );
}
for (const code of ASKED_TWICE) {
  const before = answers[2017].get(code);
  const change = [...answers[2018].get(code.replace('challenge.', 'change.'))];
  // Two municipalities report a change that their two answers do not show, and the other way round.
  const [up, same] = ['up', 'same'].map((value) =>
    change.findIndex((candidate, index) => candidate === value && Number(before[index]) < 5),
  );
  [change[up], change[same]] = ['same', 'up'];
  put(
    2018,
    code,
    before.map((level, index) =>
      String(Math.min(5, Math.max(1, Number(level) + { up: 1, down: -1, same: 0 }[change[index]]))),
    ),
  );
}
for (const [code, year, , yes] of MEASURES) put(year, code, deal(cards, { true: yes, false: N - yes }));
for (const [code, , , counts] of CHOICES) put(2018, code, deal(cards, counts));
for (const [row, { cells }] of Object.entries(IMPACT))
  for (const [horizon, [problem, chance, missing]] of Object.entries(cells))
    put(
      2018,
      `impact.${row}.${horizon}`,
      deal(cards, { problem, chance, '': missing, neither: N - problem - chance - missing }),
    );

// Asked in both years: who coordinates, with how many posts, and who worked on the sheet.
const before = deal(cards, { true: 9, false: 6 });
put(2017, 'coordinator.refugee', before);
put(
  2018,
  'coordinator.refugee',
  before.map((value, index) =>
    value === 'true' || before.slice(0, index).filter((other) => other === 'false').length < 2 ? 'true' : 'false',
  ),
);
const posts = before.map(() => 0.5 * (1 + Math.floor(cards.random() * 6)));
put(
  2017,
  'coordinator.posts',
  before.map((value, index) => (value === 'true' ? String(posts[index]) : '')),
);
put(
  2018,
  'coordinator.posts',
  answers[2018]
    .get('coordinator.refugee')
    .map((value, index) => (value === 'true' ? String(posts[index] + cards.pick([0, 0, 0.5, 1])) : '')),
);
const departments = SCALES.find(({ code }) => code === 'departments').levels.map(({ code }) => code);
for (const year of [2017, 2018])
  put(
    year,
    'departments',
    before.map(() => departments.filter((code) => code === 'integration' || cards.random() < 0.5).join('|')),
  );
for (const year of [2017, 2018])
  put(
    year,
    'remark',
    before.map((_, index) => (index % 5 === 0 ? `Synthetische Bemerkung ${index / 5 + 1} zum Bogen ${year}` : '')),
  );

// ---- study.yaml
/** More importance is neither better nor worse, whatever the scale it is measured on says. */
const polarityOf = (code) => (code.endsWith('.social-development') ? { polarity: 'neutral' } : {});
const questionOf = (code, type, text, more = {}) => ({ code, type, text, ...more, ...polarityOf(code) });
function questionsOf(year, section) {
  const since = year === 2018 ? { since: { year: 2017, verdict: 'IDENTICAL' } } : {};
  const questions = [];
  for (const [code, of, , de, en] of CHALLENGES)
    if (of === section && (year === 2017 || ASKED_TWICE.includes(code)))
      questions.push(questionOf(code, 'SCALE', t(de, en), { scale: 'challenge', ...since }));
  if (year === 2018)
    for (const [code, of, inSection, , , , de, en] of CHANGES)
      if (inSection === section)
        questions.push(
          questionOf(code, 'SCALE', t(de, en), {
            scale: 'change',
            reportsChangeOf: { question: of, since: 2017 },
          }),
        );
  for (const [code, asked, of, , de, en] of MEASURES)
    if (of === section && asked === year) questions.push(questionOf(code, 'BOOLEAN', t(de, en)));
  if (year === 2018)
    for (const [code, of, scale, , de, en] of CHOICES)
      if (of === section)
        questions.push(
          questionOf(
            code,
            SCALES.find((candidate) => candidate.code === scale).ordered ? 'SCALE' : 'CHOICE',
            t(de, en),
            { scale },
          ),
        );
  if (section === 'steering')
    questions.push(
      questionOf(
        'coordinator.refugee',
        'BOOLEAN',
        t('Flüchtlingskoordination vorhanden', 'Refugee coordinator in place'),
        since,
      ),
      questionOf(
        'coordinator.posts',
        'NUMBER',
        t('Stellen für die Flüchtlingskoordination', 'Posts for refugee coordination'),
        {
          unit: t('Vollzeitstellen', 'full-time posts'),
          min: 0,
          max: 1000,
          decimals: 2,
          tolerance: { absolute: 0.25 },
          visibleIf: "answer('coordinator.refugee') == true",
          ...since,
        },
      ),
    );
  if (section === 'outlook') {
    if (year === 2018)
      questions.push(
        questionOf(
          'impact',
          'GRID',
          t('Zuwanderung als Chance oder Problem', 'Immigration as an opportunity or a problem'),
          {
            scale: 'chance-problem',
            rows: Object.entries(IMPACT).map(([code, { text }]) => ({ code, text })),
            columns: [
              { code: 'short', text: t('kurzfristig', 'short term') },
              { code: 'mid', text: t('mittelfristig', 'medium term') },
              { code: 'long', text: t('langfristig', 'long term') },
            ],
          },
        ),
      );
    questions.push(
      questionOf(
        'departments',
        'MULTI_CHOICE',
        t('Beteiligte Fachbereiche an diesem Bogen', 'Departments that worked on this sheet'),
        { scale: 'departments', ...since },
      ),
      questionOf('remark', 'TEXT', t('Bemerkungen', 'Remarks'), since),
    );
  }
  return questions;
}
const setOf = (year) => ({
  year,
  revision: 1,
  sections: Object.entries(SECTIONS)
    .map(([code, title]) => ({ code, title, questions: questionsOf(year, code) }))
    .filter(({ questions }) => questions.length > 0),
});
const questionSets = [setOf(2017), setOf(2018)];
const study = {
  format: 'reflexbogen/1',
  study: {
    slug: 'integration-2021',
    title: t('Integration von Zuwandernden', 'Integration of immigrants'),
    description: t(
      'Referenzstudie nach BBSR-Online-Publikation 06/2021. Die Summen sind veröffentlicht; die einzelnen Antworten und die Zuordnung der Merkmale sind synthetisch und gehören zu keiner wirklichen Kommune.',
      'Reference study after BBSR-Online-Publikation 06/2021. The totals are published; the single answers and the attributes of single municipalities are synthetic and belong to no real municipality.',
    ),
    defaultLocale: 'de',
  },
  attributes: ATTRIBUTES.map(({ code, label, values }) => ({
    code,
    label,
    values: values.map(([value, text]) => ({ code: value, label: text })),
  })),
  scales: SCALES,
  template: { slug: 'reflection-sheet', title: t('Reflexionsbogen', 'Reflection sheet') },
  questionSets,
  rounds: [2017, 2018].map((year) => ({
    code: String(year),
    year,
    questionSet: { year, revision: 1 },
    opensAt: `${year}-05-01`,
    closesAt: `${year}-07-31`,
    status: 'CLOSED',
  })),
};

// ---- CSV
const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (rows) => rows.map((row) => `${row.map((value) => cell(String(value))).join(',')}\n`).join('');
const codes = Array.from({ length: N }, (_, index) => `case-${String(index + 1).padStart(2, '0')}`);
const municipalities = csv([
  ['code', 'name', 'officialKey', ...ATTRIBUTES.map(({ code }) => code)],
  ...panel().map((values, index) => [codes[index], `Fallstudie ${String(index + 1).padStart(2, '0')}`, '', ...values]),
]);
const inOrder = (set) =>
  set.sections.flatMap(({ questions }) =>
    questions.flatMap((question) =>
      question.type === 'GRID'
        ? question.rows.flatMap((row) =>
            question.columns.map((column) => `${question.code}.${row.code}.${column.code}`),
          )
        : [question.code],
    ),
  );
const lines = codes.flatMap((municipality, index) =>
  questionSets.flatMap((set) =>
    inOrder(set).flatMap((question) => {
      const value = answers[set.year].get(question)?.[index] ?? '';
      return value === '' ? [] : [[municipality, set.year, question, value]];
    }),
  ),
);

// ---- published figures
const figure = (id, chapter, measure, question, round, box, count, of, de, en, note = '') => [
  id,
  chapter,
  de,
  en,
  measure,
  question,
  '',
  round,
  measure === 'level-share' ? '' : 2017,
  box,
  count,
  of,
  [note, STATED_DENOMINATOR.has(id) ? '' : 'denominator not stated: the whole panel is taken']
    .filter(Boolean)
    .join('; '),
];
const figures = [
  ...CHALLENGES.flatMap(([code, , high, de, en, facts]) =>
    facts.map(([id, chapter, box = 'high', count = high]) =>
      figure(
        id,
        chapter,
        'level-share',
        code,
        2017,
        box,
        count,
        N,
        `${de}: ${box === 'high' ? '(sehr) große' : 'sehr große'} Herausforderung`,
        `${en}: a ${box === 'high' ? '(very) big' : 'very big'} challenge`,
      ),
    ),
  ),
  ...CHANGES.flatMap(([code, , , , , missing, de, en, facts]) =>
    facts.map(([id, chapter, measure, count, note]) =>
      figure(id, chapter, measure, code, 2018, '', count, N - missing, de, en, note),
    ),
  ),
  ...MEASURES.flatMap(([code, year, , yes, de, en, facts]) =>
    facts.map(([id, chapter]) => figure(id, chapter, 'level-share', code, year, 'yes', yes, N, de, en)),
  ),
  ...CHOICES.flatMap(([code, , , , de, en, facts]) =>
    facts.map(([id, chapter, box, count]) => figure(id, chapter, 'level-share', code, 2018, box, count, N, de, en)),
  ),
  figure(
    'F048',
    '2.1.1',
    'level-share',
    'coordinator.refugee',
    2018,
    'yes',
    11,
    N,
    'Flüchtlingskoordination vorhanden',
    'Refugee coordinator in place',
  ),
  ...IMPACT_FACTS.map(([id, chapter, question, box, count, of, de, en]) =>
    figure(id, chapter, 'level-share', question, 2018, box, count, of, de, en),
  ),
].sort((a, b) => (a[0] < b[0] ? -1 : 1));

mkdirSync(folder, { recursive: true });
const write = (name, text) => writeFileSync(new URL(name, folder), text);
write(
  'study.yaml',
  `# Written by scripts/build-reference-study.mjs. Single answers are synthetic: see README.md.\n${stringify(study, { lineWidth: 0, aliasDuplicateObjects: false })}`,
);
write('municipalities.csv', municipalities);
write('answers.csv', csv([['municipality', 'round', 'question', 'value'], ...lines]));
write(
  'published-figures.csv',
  csv([
    [
      'id',
      'chapter',
      'wording_de',
      'wording_en',
      'measure',
      'question',
      'option',
      'round',
      'from_round',
      'box',
      'count',
      'of',
      'note',
    ],
    ...figures,
  ]),
);

// ---- a count of its own, over the written lines
const written = readFileSync(new URL('answers.csv', folder), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const boxes = (question, box) => {
  if (box === 'yes') return ['true'];
  const set = questionSets
    .flatMap(({ sections }) => sections.flatMap(({ questions }) => questions))
    .find(({ code }) => code === question || (question.startsWith(`${code}.`) && code === 'impact'));
  return SCALES.find(({ code }) => code === set.scale)?.boxes?.[box] ?? [box];
};
const wrong = figures.filter(([, , , , measure, question, , round, , box, count, of]) => {
  const values = written
    .filter(([, year, code]) => code === question && year === String(round))
    .map(([, , , value]) => value)
    .filter((value) => value !== 'dk' && value !== 'na');
  const wanted =
    measure === 'level-share'
      ? boxes(question, box)
      : [{ increased: 'up', decreased: 'down', unchanged: 'same' }[measure]];
  return values.length !== of || values.filter((value) => wanted.includes(value)).length !== count;
});
for (const row of wrong) console.error(`does not come out: ${row.join(' | ')}`);
console.log(
  `${figures.length - wrong.length} of ${figures.length} figures reproduced; ${written.length} answers, ${inOrder(questionSets[0]).length} + ${inOrder(questionSets[1]).length} questions`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
