import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Codes that sort as they are counted: `q001`, `q002`, … */
export const codes = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(3, '0')}`);

/** What a study has more than members, so that neighbours and ends do not make a list shorter. */
const MORE = 3;
const LAST_YEAR = 2049;
/** What a scale may have at most. */
const MOST_MISSING_CODES = 40;

const FEW = codes('f', 5);

const text = (words: string) => ({ de: words, en: `${words} (en)` });

/** The study `main`: everything in it that can be many is there as often as its panel has members, at least. */
export interface StudyOfSize {
  readonly rounds: readonly string[];
  /** The two rounds with all questions. */
  readonly from: string;
  readonly to: string;
  readonly questions: readonly string[];
  readonly municipalities: readonly string[];
  readonly attributes: readonly string[];
  readonly lastYear: number;
}

/** Writes the package of a study with so many members, rounds, questions and so on. */
export function writeStudyOfSize(folder: string, size: number): StudyOfSize {
  const rounds = codes('r', size);
  const questions = codes('q', size + MORE);
  // One of them works on a sheet; the others are invited, and as many as asked.
  const municipalities = codes('m', size + 1);
  const attributes = ['type', ...codes('a', size - 1)];
  const levels = codes('l', size + MORE);
  const missing = codes('x', Math.min(size, MOST_MISSING_CODES));
  const years = rounds.map((_, index) => LAST_YEAR - size + 1 + index);
  const [before, last] = [LAST_YEAR - 1, LAST_YEAR];

  // One question has many levels; tables of all of them would take their time.
  const scale = (code: string, about: string, since: object | null) => ({
    code,
    type: 'SCALE',
    scale: code === questions[0] ? 'many' : 'few',
    text: text(about),
    help: text('Hilfe'),
    ...(since === null ? {} : { since }),
  });
  const wholeSet = (year: number) => {
    const isLast = year === last;
    const since = (verdict: string) => ({ since: { year: before, verdict } });
    const asked = questions.map((code, index) => {
      const verdict =
        index === 1
          ? { year: before, verdict: 'RECODED', recode: Object.fromEntries(FEW.map((level) => [level, level])) }
          : { year: isLast ? before : before - 1, verdict: 'EDITORIAL' };
      const isNew = !isLast && index > 0;
      return scale(code, isLast ? `Frage ${code}, neu gefragt` : `Frage ${code}`, isNew ? null : verdict);
    });
    return {
      year,
      revision: 1,
      sections: [
        { code: 'many', title: text('Viele'), questions: isLast ? asked.reverse() : asked },
        {
          code: 'reported',
          title: text('Berichtet'),
          questions: questions.map((code) => ({
            code: `reported.${code}`,
            type: 'SCALE',
            scale: 'change',
            text: text(`Veränderung ${code}`),
            ...(isLast ? { ...since('IDENTICAL'), reportsChangeOf: { question: code, since: before } } : {}),
          })),
        },
        {
          code: 'other',
          title: text('Anderes'),
          questions: [
            { code: 'remark', type: 'TEXT', text: text('Anmerkung') },
            { code: 'money', type: 'NUMBER', min: 0, unit: text('Euro'), text: text('Mittel') },
            { code: 'several', type: 'MULTI_CHOICE', scale: 'change', text: text('Mehreres') },
            {
              code: 'grid',
              type: 'GRID',
              scale: 'change',
              text: text('Matrix'),
              rows: ['one', 'two'].map((code) => ({ code, text: text(code) })),
              columns: ['early', 'late'].map((code) => ({ code, text: text(code) })),
            },
          ].map((question) => ({ ...question, ...(isLast ? since('IDENTICAL') : {}) })),
        },
        ...codes('s', size + MORE).map((code) => ({
          code,
          title: text(isLast ? `Teil ${code}, neu` : `Teil ${code}`),
          questions: [
            {
              code: `${code}.yes`,
              type: 'BOOLEAN',
              required: true,
              text: text(code),
              ...(isLast ? since('BREAK') : {}),
            },
          ],
        })),
        // A section of one of both years only.
        ...codes(`only.${year}.`, size).map((code) => ({
          code,
          title: text(code),
          questions: [{ code, type: 'BOOLEAN', text: text(code) }],
        })),
      ],
    };
  };

  const study = {
    format: 'reflexbogen/1',
    study: { slug: 'main', title: text('Studie'), description: text('Zum Zählen'), defaultLocale: 'de' },
    attributes: attributes.map((code) => ({
      code,
      label: text(code),
      ...(code === 'type' ? { values: municipalities.map((value) => ({ code: value, label: text(value) })) } : {}),
    })),
    scales: [
      {
        code: 'many',
        ordered: true,
        levels: levels.map((code) => ({ code, label: text(code) })),
        boxes: Object.fromEntries(
          codes('b', size).map((box, index) => [box, index === 0 ? levels : levels.slice(0, 1)]),
        ),
        polarity: 'higher-is-worse',
        missing: missing.map((code) => ({ code, kind: 'DONT_KNOW', label: text(code) })),
      },
      {
        code: 'few',
        ordered: true,
        levels: FEW.map((code) => ({ code, label: text(code) })),
        boxes: { b001: FEW.slice(2) },
        polarity: 'higher-is-worse',
      },
      {
        code: 'change',
        ordered: true,
        levels: (['DECREASED', 'UNCHANGED', 'INCREASED'] as const).map((direction) => ({
          code: direction.toLowerCase(),
          direction,
          label: text(direction),
        })),
        polarity: 'higher-is-worse',
        missing: [{ code: 'dk', kind: 'DONT_KNOW', label: text('weiß nicht') }],
      },
    ],
    template: { slug: 'main', title: text('Vorlage') },
    questionSets: years.map((year, index) =>
      year >= before
        ? wholeSet(year)
        : {
            year,
            revision: 1,
            sections: [
              {
                code: 'many',
                title: text('Viele'),
                questions: [scale('q001', 'Frage q001', index === 0 ? null : { year: year - 1, verdict: 'IDENTICAL' })],
              },
            ],
          },
    ),
    rounds: rounds.map((code, index) => ({
      code,
      year: years[index],
      questionSet: { year: years[index] },
      opensAt: '2020-01-01',
      closesAt: '2020-12-31',
      status: 'CLOSED',
    })),
  };

  const [from, to] = [rounds.at(-2)!, rounds.at(-1)!];
  const lines = ['municipality,round,question,value'];
  municipalities.forEach((municipality, position) => {
    const answer = (round: string, question: string, value: string): void =>
      void lines.push(`${municipality},${round},${question},${value}`);
    // Everybody goes up by one level, and reports to have gone down.
    for (const [index, round] of rounds.entries())
      // Two of them in all rounds: a test over a series needs them, and nobody else.
      if (position < 2 || index >= size - 2) answer(round, 'q001', levels[position + (index === size - 1 ? 1 : 0)]!);
    for (const code of questions.slice(1)) {
      answer(from, code, FEW[position % (FEW.length - 1)]!);
      answer(to, code, FEW[(position % (FEW.length - 1)) + 1]!);
    }
    for (const code of questions) answer(to, `reported.${code}`, 'decreased');
    for (const round of [from, to]) answer(round, 'remark', `Wort ${municipality}`);
  });

  mkdirSync(folder, { recursive: true });
  // YAML is a superset of JSON.
  writeFileSync(join(folder, 'study.yaml'), JSON.stringify(study));
  writeFileSync(
    join(folder, 'municipalities.csv'),
    [
      ['code', 'name', 'officialKey', ...attributes].join(','),
      ...municipalities.map((code) => [code, `Ort ${code}`, '', code, ...attributes.slice(1)].join(',')),
    ].join('\n'),
  );
  writeFileSync(join(folder, 'answers.csv'), `${lines.join('\n')}\n`);
  return { rounds, from, to, questions, municipalities, attributes, lastYear: last };
}

/** Writes a package in which so many lines are wrong. */
export function writeFaultyStudy(folder: string, faults: number): void {
  writeStudyOfSize(folder, 3);
  writeFileSync(
    join(folder, 'answers.csv'),
    ['municipality,round,question,value', ...codes('nobody', faults).map((code) => `${code},r001,q001,l001`)].join(
      '\n',
    ),
  );
}
