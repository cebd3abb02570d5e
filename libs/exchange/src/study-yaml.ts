import type { Attribute, QuestionSetDocument } from '@reflexbogen/domain';
import { instantFrom } from './berlin-time.js';
import { OWN_COLUMNS } from './municipalities-csv.js';
import type { FaultCollector } from './package-fault.js';
import { checkUnusedScales, questionSetFrom, scaleFrom, stated, unique } from './question-set-yaml.js';
import { LANGUAGE_TAG } from './questionnaire/language-tag.js';
import { CODE, SLUG } from './questionnaire/schema-source.js';
import { PACKAGE_FORMAT, type PackageRound, type StudyDefinition } from './study-package.js';
import { YamlReader, type YamlPath } from './yaml-reader.js';

const FILE = 'study.yaml';
const EXPECTED_TITLE = 'a text in at least one language, e.g. { de: … }';

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
  checkUnusedScales(yaml, scales, questionSets, reported);
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
    slug: yaml.text(study['slug'], ['study', 'slug'], SLUG, 'FILE_VALUE_SLUG'),
    title: yaml.localized(study['title'], ['study', 'title']),
    description: yaml.optionalLocalized(study['description'], ['study', 'description']) ?? null,
    defaultLocale:
      study['defaultLocale'] === undefined
        ? 'de'
        : yaml.text(study['defaultLocale'], ['study', 'defaultLocale'], LANGUAGE_TAG, 'FILE_VALUE_LANGUAGE'),
    attributes: attributesFrom(yaml, root['attributes']),
    template: {
      slug: yaml.text(template['slug'], ['template', 'slug'], SLUG, 'FILE_VALUE_SLUG'),
      title: yaml.localized(template['title'], ['template', 'title']),
    },
    questionSets: [...questionSets].sort((a, b) => a.year - b.year || a.revision - b.revision),
    rounds,
  };
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
      code: yaml.text(object['code'], [...path, 'code'], CODE, 'FILE_VALUE_CODE'),
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
    code: yaml.text(object['code'], [...path, 'code'], CODE, 'FILE_VALUE_CODE'),
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
