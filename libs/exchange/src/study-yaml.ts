import {
  checkQuestionSet,
  type Attribute,
  type GridAxisItem,
  type QuestionDefinition,
  type QuestionSetDocument,
  type Scale,
  type SectionDefinition,
  type Since,
  type Tolerance,
} from '@reflexbogen/domain';
import { instantFrom } from './berlin-time.js';
import { OWN_COLUMNS } from './municipalities-csv.js';
import type { FaultCollector } from './package-fault.js';
import { PACKAGE_FORMAT, type PackageRound, type StudyDefinition } from './study-package.js';
import { YamlReader, type YamlPath } from './yaml-reader.js';

const FILE = 'study.yaml';
const TYPES = ['SCALE', 'NUMBER', 'BOOLEAN', 'CHOICE', 'MULTI_CHOICE', 'TEXT', 'GRID'] as const;
const VERDICTS = ['IDENTICAL', 'EDITORIAL', 'COMPARABLE', 'RECODED', 'BREAK'] as const;
const POLARITIES = {
  'higher-is-worse': 'HIGHER_IS_WORSE',
  'higher-is-better': 'HIGHER_IS_BETTER',
  neutral: 'NEUTRAL',
} as const;
const DIRECTIONS = ['INCREASED', 'UNCHANGED', 'DECREASED'] as const;
const POLARITY_NAMES = ['higher-is-worse', 'higher-is-better', 'neutral'] as const;
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const EXPECTED_TITLE = 'a text in at least one language, e.g. { de: … }';
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Leaves out what is not stated. */
const stated = <T extends object>(object: { [Key in keyof T]: T[Key] | undefined }): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

/**
 * Reads study.yaml and checks everything that it says by itself.
 * @returns the definition as far as it could be read; meaningful only where no fault was added. Null where it is no YAML.
 */
export function readStudyYaml(text: string, faults: FaultCollector): StudyDefinition | null {
  const yaml = new YamlReader(FILE, text, faults);
  if (yaml.root === null || yaml.root === undefined) {
    if (faults.count === 0)
      yaml.fault([], 'EMPTY_FILE', 'study.yaml is empty.', `format: ${PACKAGE_FORMAT} and the study`);
    return null;
  }
  const root = yaml.object(
    yaml.root,
    [],
    ['format', 'study', 'attributes', 'scales', 'template', 'questionSets', 'rounds'],
    ['format', 'study', 'template'],
  );
  if (root['format'] !== undefined && root['format'] !== PACKAGE_FORMAT)
    yaml.fault(['format'], 'UNKNOWN_FORMAT', `The format is ${JSON.stringify(root['format'])}.`, PACKAGE_FORMAT);
  const study = yaml.object(
    root['study'] ?? {},
    ['study'],
    ['slug', 'title', 'description', 'defaultLocale'],
    ['slug', 'title'],
  );
  for (const [name, owner] of [
    ['study', study],
    ['template', root['template']],
  ] as const)
    if (isEmptyTitle(owner)) yaml.fault([name, 'title'], 'MISSING_TEXT', `${name}.title is empty.`, EXPECTED_TITLE);
  const template = yaml.object(root['template'] ?? {}, ['template'], ['slug', 'title'], ['slug', 'title']);
  const scales = yaml
    .list(root['scales'], ['scales'], true)
    .map((value, index) => scaleFrom(yaml, value, ['scales', index]));
  unique(
    yaml,
    scales.map(({ code }) => code),
    (index) => ['scales', index, 'code'],
    'DUPLICATE_SCALE',
  );
  const reported = new Set<string>();
  const questionSets = yaml
    .list(root['questionSets'], ['questionSets'], true)
    .map((value, index) => questionSetFrom(yaml, value, ['questionSets', index], scales, reported));
  checkUnused(yaml, scales, questionSets, reported);
  unique(
    yaml,
    questionSets.map(({ year, revision }) => `${year}/${revision}`),
    (index) => ['questionSets', index],
    'DUPLICATE_QUESTION_SET',
  );
  const rounds = yaml
    .list(root['rounds'], ['rounds'], true)
    .map((value, index) => roundFrom(yaml, value, ['rounds', index], questionSets));
  unique(
    yaml,
    rounds.map(({ code }) => code),
    (index) => ['rounds', index, 'code'],
    'DUPLICATE_ROUND',
  );
  return {
    slug: yaml.text(study['slug'], ['study', 'slug'], SLUG, 'lower-case letters, digits and single dashes'),
    title: yaml.localized(study['title'], ['study', 'title']),
    description: yaml.optionalLocalized(study['description'], ['study', 'description']) ?? null,
    defaultLocale:
      study['defaultLocale'] === undefined
        ? 'de'
        : yaml.text(study['defaultLocale'], ['study', 'defaultLocale'], LOCALE, 'a language tag such as de'),
    attributes: attributesFrom(yaml, root['attributes']),
    template: {
      slug: yaml.text(template['slug'], ['template', 'slug'], SLUG, 'lower-case letters, digits and single dashes'),
      title: yaml.localized(template['title'], ['template', 'title']),
    },
    questionSets: [...questionSets].sort((a, b) => a.year - b.year || a.revision - b.revision),
    rounds,
  };
}

function unique(yaml: YamlReader, keys: readonly string[], pathOf: (index: number) => YamlPath, code: string): void {
  keys.forEach((key, index) => {
    if (key !== '' && keys.indexOf(key) < index) yaml.fault(pathOf(index), code, `${key} is given twice.`, 'each once');
  });
}

function attributesFrom(yaml: YamlReader, value: unknown): readonly Attribute[] {
  const attributes = yaml.list(value, ['attributes'], true).map((item, index): Attribute => {
    const path = ['attributes', index];
    const object = yaml.object(item, path, ['code', 'label', 'values'], ['code', 'label']);
    const values = yaml.list(object['values'], [...path, 'values'], true).map((entry, position) => {
      const inner = [...path, 'values', position];
      const fields = yaml.object(entry, inner, ['code', 'label'], ['code', 'label']);
      return {
        code: yaml.text(fields['code'], [...inner, 'code']),
        label: yaml.localized(fields['label'], [...inner, 'label']),
      };
    });
    unique(
      yaml,
      values.map(({ code }) => code),
      (position) => [...path, 'values', position, 'code'],
      'DUPLICATE_VALUE',
    );
    return stated<Attribute>({
      code: yaml.text(object['code'], [...path, 'code'], CODE, 'letters, digits, dot, dash or underscore'),
      label: yaml.localized(object['label'], [...path, 'label']),
      values: object['values'] === undefined ? undefined : values,
    });
  });
  unique(
    yaml,
    attributes.map(({ code }) => code),
    (index) => ['attributes', index, 'code'],
    'DUPLICATE_ATTRIBUTE',
  );
  attributes.forEach(({ code }, index) => {
    if (OWN_COLUMNS.includes(code))
      yaml.fault(
        ['attributes', index, 'code'],
        'RESERVED_CODE',
        `${code} is a column of municipalities.csv already.`,
        `another code than ${OWN_COLUMNS.join(', ')}`,
      );
  });
  return attributes;
}

function scaleFrom(yaml: YamlReader, value: unknown, path: YamlPath): Scale {
  const object = yaml.object(
    value,
    path,
    ['code', 'ordered', 'levels', 'boxes', 'polarity', 'missing'],
    ['code', 'levels'],
  );
  const levels = yaml.list(object['levels'], [...path, 'levels']).map((level, rank) => {
    const inner = [...path, 'levels', rank];
    const fields = yaml.object(level, inner, ['code', 'label', 'direction'], ['code', 'label']);
    return stated<Scale['levels'][number]>({
      code: yaml.text(fields['code'], [...inner, 'code']),
      label: yaml.localized(fields['label'], [...inner, 'label']),
      direction:
        fields['direction'] === undefined
          ? undefined
          : yaml.oneOf(fields['direction'], [...inner, 'direction'], DIRECTIONS, 'UNCHANGED'),
    });
  });
  const boxes =
    object['boxes'] === undefined
      ? {}
      : yaml.object(object['boxes'], [...path, 'boxes'], Object.keys(object['boxes'] ?? {}));
  return {
    code: yaml.text(object['code'], [...path, 'code'], CODE, 'letters, digits, dot, dash or underscore'),
    ordered: yaml.boolean(object['ordered'], [...path, 'ordered'], true),
    levels,
    boxes: Object.fromEntries(
      Object.entries(boxes).map(([name, codes]) => [
        name,
        yaml
          .list(codes, [...path, 'boxes', name])
          .map((code, index) => yaml.text(code, [...path, 'boxes', name, index])),
      ]),
    ),
    polarity: POLARITIES[yaml.oneOf(object['polarity'], [...path, 'polarity'], POLARITY_NAMES, 'neutral')],
    missing: yaml.list(object['missing'], [...path, 'missing'], true).map((missing, index) => {
      const inner = [...path, 'missing', index];
      const fields = yaml.object(missing, inner, ['code', 'kind', 'label'], ['code', 'kind', 'label']);
      return {
        code: yaml.text(fields['code'], [...inner, 'code']),
        kind: yaml.oneOf(
          fields['kind'],
          [...inner, 'kind'],
          ['DONT_KNOW', 'REFUSED', 'NOT_APPLICABLE'],
          'NOT_APPLICABLE',
        ),
        label: yaml.localized(fields['label'], [...inner, 'label']),
      };
    }),
  };
}

function questionSetFrom(
  yaml: YamlReader,
  value: unknown,
  path: YamlPath,
  shared: readonly Scale[],
  reported: Set<string>,
): QuestionSetDocument {
  const object = yaml.object(value, path, ['year', 'revision', 'scales', 'sections'], ['year', 'sections']);
  const own = yaml
    .list(object['scales'], [...path, 'scales'], true)
    .map((scale, index) => scaleFrom(yaml, scale, [...path, 'scales', index]));
  const sections = yaml
    .list(object['sections'], [...path, 'sections'])
    .map((section, index) => sectionFrom(yaml, section, [...path, 'sections', index]));
  const used = new Set(sections.flatMap(({ questions }) => questions.map(({ scale }) => scale)));
  const ownCodes = new Set(own.map(({ code }) => code));
  // A set owns complete copies of the scales its questions use; its own scales stand in front of the shared ones.
  const scales = [...own, ...shared.filter(({ code }) => used.has(code) && !ownCodes.has(code))];
  const document: QuestionSetDocument = {
    year: yaml.integer(object['year'], [...path, 'year'], 1900, 2200),
    revision: object['revision'] === undefined ? 1 : yaml.integer(object['revision'], [...path, 'revision'], 1, 10_000),
    scales,
    sections,
  };
  reportFaults(yaml, document, (fault) => placeInFile(fault, path, own.length, shared, scales), reported);
  return document;
}

/** Reports what the domain finds in a question set; a fault of a scale that several sets share once. */
function reportFaults(
  yaml: YamlReader,
  document: QuestionSetDocument,
  placeOf: (path: YamlPath) => YamlPath,
  reported: Set<string>,
  head?: string,
): void {
  for (const fault of checkQuestionSet(document)) {
    if (head !== undefined && fault.path[0] !== head) continue;
    const place = placeOf(fault.path);
    const key = JSON.stringify([place, fault.code, fault.message]);
    if (reported.has(key)) continue;
    reported.add(key);
    const within = fault.line === undefined ? '' : ` (line ${fault.line}, column ${fault.column ?? 1} of the rule)`;
    yaml.fault(place, fault.code, `${fault.message}${within}`, fault.expected ?? expectedOf(fault.code));
  }
}

const expectedOf = (code: string): string =>
  code.startsWith('RULE_')
    ? "a rule in CEL over questions and levels of this set, e.g. answer('housing') == '1'"
    : code.startsWith('DUPLICATE_')
      ? 'each once'
      : 'a question set as the format describes it';

/** Scales that no set uses are checked too: a fault in one is a fault of the file. */
function checkUnused(
  yaml: YamlReader,
  scales: readonly Scale[],
  sets: readonly QuestionSetDocument[],
  reported: Set<string>,
): void {
  const unused = scales.filter((scale) => !sets.some((set) => set.scales.includes(scale)));
  unused.forEach((scale) => {
    const document: QuestionSetDocument = { year: 2000, revision: 1, scales: [scale], sections: [] };
    const place = (path: YamlPath): YamlPath => ['scales', scales.indexOf(scale), ...path.slice(2)];
    reportFaults(yaml, document, place, reported, 'scales');
  });
}

/** Where a fault of the document stands in the file: shared scales stand at the top level. */
function placeInFile(
  fault: YamlPath,
  path: YamlPath,
  own: number,
  shared: readonly Scale[],
  scales: readonly Scale[],
): YamlPath {
  const [head, index, ...rest] = fault;
  if (head !== 'scales' || typeof index !== 'number') return [...path, ...fault];
  if (index < own) return [...path, ...fault];
  const scale = scales[index];
  return ['scales', scale === undefined ? 0 : shared.indexOf(scale), ...rest];
}

function sectionFrom(yaml: YamlReader, value: unknown, path: YamlPath): SectionDefinition {
  const object = yaml.object(value, path, ['code', 'title', 'questions'], ['code', 'title', 'questions']);
  return {
    code: yaml.text(object['code'], [...path, 'code']),
    title: yaml.localized(object['title'], [...path, 'title']),
    questions: yaml
      .list(object['questions'], [...path, 'questions'])
      .map((question, index) => questionFrom(yaml, question, [...path, 'questions', index])),
  };
}

const QUESTION_FIELDS = [
  'code',
  'type',
  'text',
  'help',
  'scale',
  'required',
  'visibleIf',
  'requiredIf',
  'since',
  'reportsChangeOf',
  'unit',
  'min',
  'max',
  'decimals',
  'tolerance',
  'polarity',
  'rows',
  'columns',
];

function questionFrom(yaml: YamlReader, value: unknown, path: YamlPath): QuestionDefinition {
  const object = yaml.object(value, path, QUESTION_FIELDS, ['code', 'type', 'text']);
  return stated<QuestionDefinition>({
    code: yaml.text(object['code'], [...path, 'code']),
    type: yaml.oneOf(object['type'], [...path, 'type'], TYPES, 'TEXT'),
    text: yaml.localized(object['text'], [...path, 'text']),
    help: yaml.optionalLocalized(object['help'], [...path, 'help']),
    scale: yaml.optionalText(object['scale'], [...path, 'scale']),
    required: yaml.boolean(object['required'], [...path, 'required'], false),
    visibleIf: yaml.optionalText(object['visibleIf'], [...path, 'visibleIf']),
    requiredIf: yaml.optionalText(object['requiredIf'], [...path, 'requiredIf']),
    since: object['since'] === undefined ? undefined : sinceFrom(yaml, object['since'], [...path, 'since']),
    reportsChangeOf:
      object['reportsChangeOf'] === undefined
        ? undefined
        : reportFrom(yaml, object['reportsChangeOf'], [...path, 'reportsChangeOf']),
    unit: yaml.optionalLocalized(object['unit'], [...path, 'unit']),
    min: yaml.number(object['min'], [...path, 'min']),
    max: yaml.number(object['max'], [...path, 'max']),
    decimals:
      object['decimals'] === undefined ? undefined : yaml.integer(object['decimals'], [...path, 'decimals'], 0, 9),
    tolerance:
      object['tolerance'] === undefined ? undefined : toleranceFrom(yaml, object['tolerance'], [...path, 'tolerance']),
    polarity:
      object['polarity'] === undefined
        ? undefined
        : POLARITIES[yaml.oneOf(object['polarity'], [...path, 'polarity'], POLARITY_NAMES, 'neutral')],
    rows: object['rows'] === undefined ? undefined : axisFrom(yaml, object['rows'], [...path, 'rows']),
    columns: object['columns'] === undefined ? undefined : axisFrom(yaml, object['columns'], [...path, 'columns']),
  });
}

function sinceFrom(yaml: YamlReader, value: unknown, path: YamlPath): Since {
  const object = yaml.object(value, path, ['year', 'revision', 'verdict', 'recode', 'note'], ['year', 'verdict']);
  const recode = object['recode'];
  return stated<Since>({
    year: yaml.integer(object['year'], [...path, 'year'], 1900, 2200),
    revision:
      object['revision'] === undefined ? undefined : yaml.integer(object['revision'], [...path, 'revision'], 1, 10_000),
    verdict: yaml.oneOf(object['verdict'], [...path, 'verdict'], VERDICTS, 'BREAK'),
    recode:
      recode === undefined
        ? undefined
        : Object.fromEntries(
            Object.entries(yaml.object(recode, [...path, 'recode'], Object.keys(recode ?? {}))).map(([from, to]) => [
              from,
              yaml.text(to, [...path, 'recode', from]),
            ]),
          ),
    note: yaml.optionalText(object['note'], [...path, 'note']),
  });
}

function reportFrom(yaml: YamlReader, value: unknown, path: YamlPath): { question: string; since: number } {
  const object = yaml.object(value, path, ['question', 'since'], ['question', 'since']);
  return {
    question: yaml.text(object['question'], [...path, 'question']),
    since: yaml.integer(object['since'], [...path, 'since'], 1900, 2200),
  };
}

function toleranceFrom(yaml: YamlReader, value: unknown, path: YamlPath): Tolerance {
  const object = yaml.object(value, path, ['absolute', 'percent']);
  const absolute = yaml.number(object['absolute'], [...path, 'absolute']);
  const percent = yaml.number(object['percent'], [...path, 'percent']);
  if ((absolute === undefined) === (percent === undefined))
    yaml.fault(
      path,
      'INVALID_TOLERANCE',
      'A tolerance is either absolute or percent.',
      '{ absolute: 0.5 } or { percent: 1 }',
    );
  return percent === undefined ? { absolute: absolute ?? 0 } : { percent };
}

const axisFrom = (yaml: YamlReader, value: unknown, path: YamlPath): readonly GridAxisItem[] =>
  yaml.list(value, path).map((item, index) => {
    const inner = [...path, index];
    const object = yaml.object(item, inner, ['code', 'text'], ['code', 'text']);
    return {
      code: yaml.text(object['code'], [...inner, 'code']),
      text: yaml.localized(object['text'], [...inner, 'text']),
    };
  });

function roundFrom(
  yaml: YamlReader,
  value: unknown,
  path: YamlPath,
  sets: readonly QuestionSetDocument[],
): PackageRound {
  const object = yaml.object(
    value,
    path,
    ['code', 'year', 'questionSet', 'opensAt', 'closesAt', 'status'],
    ['code', 'year', 'questionSet', 'opensAt', 'closesAt'],
  );
  const reference = yaml.object(object['questionSet'] ?? {}, [...path, 'questionSet'], ['year', 'revision'], ['year']);
  const questionSet = {
    year: yaml.integer(reference['year'], [...path, 'questionSet', 'year'], 1900, 2200),
    revision:
      reference['revision'] === undefined
        ? 1
        : yaml.integer(reference['revision'], [...path, 'questionSet', 'revision'], 1, 10_000),
  };
  if (!sets.some(({ year, revision }) => year === questionSet.year && revision === questionSet.revision))
    yaml.fault(
      [...path, 'questionSet'],
      'UNKNOWN_QUESTION_SET',
      `There is no question set ${questionSet.year} revision ${questionSet.revision}.`,
      `one of ${sets.map(({ year, revision }) => `${year}/${revision}`).join(', ') || 'the questionSets'}`,
    );
  const instant = (field: 'opensAt' | 'closesAt'): Date | null => {
    const text = yaml.text(object[field], [...path, field]);
    const found = text === '' ? null : instantFrom(text, field === 'closesAt');
    if (found === null && text !== '')
      yaml.fault(
        [...path, field],
        'INVALID_DATE',
        `${field} is "${text}".`,
        'a date such as 2018-05-01, or an instant with its zone',
      );
    return found;
  };
  const opensAt = instant('opensAt');
  const closesAt = instant('closesAt');
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt)
    yaml.fault([...path, 'closesAt'], 'INVALID_WINDOW', 'The round closes before it opens.', 'a date after opensAt');
  return {
    code: yaml.text(object['code'], [...path, 'code'], CODE, 'letters, digits, dot, dash or underscore'),
    year: yaml.integer(object['year'], [...path, 'year'], 1900, 2200),
    questionSet,
    // Stand-ins where a fault was reported: such a study is refused.
    opensAt: opensAt ?? new Date(0),
    closesAt: closesAt ?? new Date(0),
    status: yaml.oneOf(object['status'], [...path, 'status'], ['PLANNED', 'OPEN', 'CLOSED'], 'CLOSED'),
  };
}

/** Present, and without a text in any language; what is missing altogether is reported as such. */
function isEmptyTitle(owner: unknown): boolean {
  if (typeof owner !== 'object' || owner === null || !('title' in owner)) return false;
  const { title } = owner;
  if (typeof title !== 'object' || title === null || Array.isArray(title)) return false;
  return Object.values(title).every((text) => typeof text === 'string' && text.trim() === '');
}
