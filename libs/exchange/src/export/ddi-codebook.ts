import type { Question, QuestionSet, Since } from '@reflexbogen/domain';
import { MISSING_KINDS, type Dataset, type MissingKind, type Texts, type Variable } from './dataset.js';
import { element, xmlOf, type XmlElement } from './xml.js';

/** A round, as far as metadata tells about it. */
export interface DocumentedRound {
  readonly code: string;
  readonly year: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

export interface CodebookInput {
  readonly dataset: Dataset;
  readonly description: Texts | null;
  /** The sets that the variables come from, earliest first. */
  readonly questionSets: readonly QuestionSet[];
  readonly rounds: readonly DocumentedRound[];
}

const NAMESPACE = 'ddi:codebook:2_6';

/** The same text in every language that it has. */
const inLanguages = (name: string, texts: Texts, attributes: Readonly<Record<string, string | null>> = {}) =>
  Object.entries(texts).map(([locale, text]) => element(name, { ...attributes, 'xml:lang': locale }, text));

/** The day in Germany, where the windows of rounds open and close. */
const day = (instant: Date): string => instant.toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });

/** Identifiers of variables are their names: unique, and NCNames already. */
const idOf = ({ name }: Variable): string => `V_${name}`;

/**
 * Describes a study's data as DDI-Codebook 2.6 XML, valid against the DDI Alliance's schemas: study, rounds as
 * collection dates, one `var` per revision of a question with its text in every language, levels and missing codes, and
 * `varGrp`s for sections, for MULTI_CHOICE questions and for the revisions of one question.
 *
 * **Verdicts.** DDI-Codebook has no element for the comparability of two variables. A variable with a predecessor so
 * carries `<notes type="comparability" subject="VERDICT">` with the year it is compared with, the designer's note and the
 * recode, and `codInstr` says the recode in words; the `varGrp` of type `version` holds the revisions together.
 *
 * Characters that XML 1.0 cannot hold are left out.
 */
export async function* writeDdiCodebook(input: CodebookInput): AsyncGenerator<Uint8Array> {
  const { dataset } = input;
  yield Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<codeBook xmlns="${NAMESPACE}" xml:lang="${dataset.locale === 'en' ? 'en' : 'de'}">\n`,
  );
  yield Buffer.from(`${xmlOf(studyDescription(input))}\n${xmlOf(fileDescription(dataset))}\n<dataDscr>\n`);
  for (const group of groupsOf(input)) yield Buffer.from(`${xmlOf(group)}\n`);
  const questions = revisionsOf(input.questionSets);
  for (const variable of dataset.variables) yield Buffer.from(`${xmlOf(variableOf(variable, questions))}\n`);
  yield await Promise.resolve(Buffer.from('</dataDscr>\n</codeBook>\n'));
}

function studyDescription({ dataset, description, rounds }: CodebookInput): XmlElement {
  const { slug, title } = dataset.study;
  const [first, ...others] = Object.values(title);
  return element(
    'stdyDscr',
    {},
    element(
      'citation',
      {},
      element(
        'titlStmt',
        {},
        element('titl', {}, first ?? slug),
        ...others.map((text) => element('parTitl', {}, text)),
        element('IDNo', {}, slug),
      ),
    ),
    element(
      'stdyInfo',
      {},
      ...inLanguages('abstract', description ?? {}),
      element(
        'sumDscr',
        {},
        ...rounds.map(({ code, year }) =>
          element('timePrd', { event: 'single', cycle: code, date: String(year) }, String(year)),
        ),
        ...rounds.flatMap(({ code, opensAt, closesAt }) => [
          element('collDate', { event: 'start', cycle: code, date: day(opensAt) }, day(opensAt)),
          element('collDate', { event: 'end', cycle: code, date: day(closesAt) }, day(closesAt)),
        ]),
        element('geogUnit', { 'xml:lang': 'en' }, 'Municipality'),
        element('anlyUnit', { 'xml:lang': 'en' }, 'Municipality'),
        element('universe', { 'xml:lang': 'en' }, 'The panel of municipalities of the study.'),
        element('dataKind', { 'xml:lang': 'en' }, 'Survey data: one row per submission of a municipality in a round.'),
      ),
    ),
    element(
      'method',
      {},
      element(
        'dataColl',
        {},
        element('timeMeth', { 'xml:lang': 'en' }, 'Panel: the same municipalities are asked in every round.'),
        element('collMode', { 'xml:lang': 'en' }, 'Self-administered questionnaire: web-based.'),
      ),
    ),
  );
}

const fileDescription = ({ study, variables, rowCount, takenAt }: Dataset): XmlElement =>
  element(
    'fileDscr',
    { ID: 'F1' },
    element(
      'fileTxt',
      {},
      element('fileName', {}, `${study.slug}-wide`),
      element(
        'dimensns',
        {},
        element('caseQnty', {}, String(rowCount)),
        element('varQnty', {}, String(variables.length)),
      ),
      element('verStmt', {}, element('version', { date: day(takenAt) }, takenAt.toISOString())),
    ),
  );

interface Revision {
  readonly set: QuestionSet;
  readonly question: Question;
}

/** By question code and the revision that a variable names, `code 2018.1`. */
function revisionsOf(sets: readonly QuestionSet[]): ReadonlyMap<string, Revision> {
  const revisions = new Map<string, Revision>();
  for (const set of sets)
    for (const question of set.questions)
      revisions.set(`${question.code} ${set.year}.${set.revision}`, { set, question });
  return revisions;
}

function groupsOf({ dataset, questionSets }: CodebookInput): readonly XmlElement[] {
  const members = new Map<string, { type: string; label: Texts; variables: Variable[] }>();
  const add = (key: string, type: string, label: Texts, variable: Variable): void => {
    const group = members.get(key) ?? { type, label, variables: [] };
    group.variables.push(variable);
    members.set(key, group);
  };
  const questions = revisionsOf(questionSets);
  for (const variable of dataset.variables) {
    const revision = questions.get(`${variable.question} ${variable.revision}`);
    const section = revision?.set.document.sections.find(({ code }) => code === revision.question.section);
    if (section !== undefined) add(`section ${section.code}`, 'section', section.title, variable);
    if (variable.option !== null && revision !== undefined)
      add(`options ${variable.question} ${variable.revision}`, 'multipleResp', revision.question.text, variable);
    add(`versions ${variable.question} ${variable.option ?? ''}`, 'version', variable.label, variable);
  }
  return [...members.values()]
    .filter(({ type, variables }) => type !== 'version' || variables.length > 1)
    .map(({ type, label, variables }, index) =>
      element(
        'varGrp',
        { ID: `G${index + 1}`, type, var: variables.map(idOf).join(' ') },
        ...inLanguages('labl', label),
      ),
    );
}

const NATURE = { true: 'ordinal', false: 'nominal' } as const;
const KIND_LABELS: Readonly<Record<MissingKind, string>> = {
  NOT_ASKED: 'not asked',
  SKIPPED: 'skipped by a rule',
  NO_ANSWER: 'no answer',
  DONT_KNOW: "don't know",
  REFUSED: 'refused',
  NOT_APPLICABLE: 'not applicable',
};

function variableOf(variable: Variable, questions: ReadonlyMap<string, Revision>): XmlElement {
  const { name, type, label, levels, ordered, missing, unit, decimals, question } = variable;
  const revision = questions.get(`${question} ${variable.revision}`)?.question;
  const isNumber = type === 'NUMBER';
  const own = new Set(missing.map(({ kind }) => kind));
  const range =
    isNumber && (revision?.min !== undefined || revision?.max !== undefined)
      ? [
          element(
            'valrng',
            {},
            element('range', {
              UNITS: 'REAL',
              min: revision.min === undefined ? null : String(revision.min),
              max: revision.max === undefined ? null : String(revision.max),
            }),
          ),
        ]
      : [];
  return element(
    'var',
    {
      ID: idOf(variable),
      name,
      files: 'F1',
      intrvl: isNumber ? 'contin' : 'discrete',
      dcml: decimals === null ? null : String(decimals),
      measUnit: unit === null ? null : (Object.values(unit)[0] ?? null),
      nature: type === 'LEVEL' ? NATURE[String(ordered) as 'true' | 'false'] : isNumber ? 'ratio' : null,
    },
    ...inLanguages('labl', label),
    element(
      'qstn',
      {},
      ...inLanguages('qstnLit', revision?.text ?? label),
      ...inLanguages('ivuInstr', revision?.help ?? {}),
    ),
    ...range,
    ...(type === 'BOOLEAN'
      ? [categoryOf('0', { de: 'nein', en: 'no' }), categoryOf('1', { de: 'ja', en: 'yes' })]
      : levels.map((level) => categoryOf(String(level.value), level.label, level.code))),
    ...missing.map(({ code, kind, label: words }) => categoryOf(code, words, kind, true)),
    ...MISSING_KINDS.filter((kind) => !own.has(kind) && !ANSWERED_KINDS.has(kind)).map((kind) =>
      categoryOf(kind.toLowerCase(), { en: KIND_LABELS[kind] }, kind, true),
    ),
    ...(revision?.since?.recode === undefined ? [] : [recodeInstruction(revision.since)]),
    element('concept', {}, question),
    element('varFormat', {
      type: type === 'TEXT' ? 'character' : 'numeric',
      schema: 'other',
      otherSchema: 'Reflexbogen',
    }),
    ...(revision?.since === undefined ? [] : [verdictNote(revision.since)]),
  );
}

/** Kinds that only a missing code of the scale makes: without one nobody can have chosen them. */
const ANSWERED_KINDS: ReadonlySet<MissingKind> = new Set(['DONT_KNOW', 'REFUSED', 'NOT_APPLICABLE']);

const categoryOf = (value: string, label: Texts, kind: string | null = null, isMissing = false): XmlElement =>
  element(
    'catgry',
    isMissing ? { missing: 'Y', missType: kind } : {},
    element('catValu', {}, value),
    ...inLanguages('labl', label),
    ...(!isMissing && kind !== null && kind !== value ? [element('txt', {}, `code ${kind}`)] : []),
  );

const recodeText = ({ recode }: Since): string =>
  Object.entries(recode ?? {})
    .map(([from, to]) => `${from} → ${to}`)
    .join(', ');

const recodeInstruction = (since: Since): XmlElement =>
  element(
    'codInstr',
    { 'xml:lang': 'en' },
    `Levels of ${since.year} on this scale: ${recodeText(since)}; others are not comparable.`,
  );

function verdictNote(since: Since): XmlElement {
  const { year, revision, verdict, note, recode } = since;
  const parts = [
    `compared with ${year}${revision === undefined ? '' : `.${revision}`}: ${verdict}`,
    ...(recode === undefined ? [] : [`recode ${recodeText(since)}`]),
    ...(note === undefined ? [] : [note]),
  ];
  return element('notes', { type: 'comparability', subject: verdict, level: 'variable' }, parts.join('; '));
}
