import {
  checkQuestionSet,
  DEFAULT_PRIOR,
  PRIOR_POLICIES,
  type AnswerCheck,
  type GridAxisItem,
  type ModuleReference,
  type QuestionDefinition,
  type QuestionSetDocument,
  type Scale,
  type SectionDefinition,
  type Since,
  type Tolerance,
} from '@reflexbogen/domain';
import {
  AXIS_ITEM,
  CHECK,
  CODE,
  DIRECTIONS,
  fieldsOf,
  LEVEL,
  MISSING,
  MISSING_KINDS,
  MODULE_REFERENCE,
  POLARITY_NAMES,
  QUESTION,
  QUESTION_SET,
  REPORTS_CHANGE_OF,
  requiredOf,
  REVISION,
  SCALE,
  SECTION,
  SINCE,
  TOLERANCE,
  TYPES,
  VERDICTS,
  YEAR,
  type ObjectShape,
} from './questionnaire/schema-source.js';
import type { YamlPath, YamlReader } from './yaml-reader.js';

const POLARITIES = {
  'higher-is-worse': 'HIGHER_IS_WORSE',
  'higher-is-better': 'HIGHER_IS_BETTER',
  neutral: 'NEUTRAL',
} as const;

/** Leaves out what is not stated. */
export const stated = <T extends object>(object: { [Key in keyof T]: T[Key] | undefined }): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

const objectOf = (yaml: YamlReader, value: unknown, path: YamlPath, shape: ObjectShape) =>
  yaml.object(value, path, fieldsOf(shape), requiredOf(shape));

/** Notes a fault for each key that stands a second time. */
export function unique(
  yaml: YamlReader,
  keys: readonly string[],
  pathOf: (index: number) => YamlPath,
  code: string,
): void {
  keys.forEach((key, index) => {
    if (key !== '' && keys.indexOf(key) < index) yaml.note(pathOf(index), code, 'FILE_TWICE', { name: key });
  });
}

export function scaleFrom(yaml: YamlReader, value: unknown, path: YamlPath): Scale {
  const object = objectOf(yaml, value, path, SCALE);
  const levels = yaml.list(object['levels'], [...path, 'levels']).map((level, rank) => {
    const inner = [...path, 'levels', rank];
    const fields = objectOf(yaml, level, inner, LEVEL);
    return stated<Scale['levels'][number]>({
      code: yaml.text(fields['code'], [...inner, 'code']),
      label: yaml.localized(fields['label'], [...inner, 'label']),
      direction:
        fields['direction'] === undefined
          ? undefined
          : yaml.oneOf(fields['direction'], [...inner, 'direction'], DIRECTIONS, 'UNCHANGED'),
      // Offered is the default, and a level that says so is the same level.
      archived: yaml.boolean(fields['archived'], [...inner, 'archived'], false) || undefined,
    });
  });
  const boxes =
    object['boxes'] === undefined
      ? {}
      : yaml.object(object['boxes'], [...path, 'boxes'], Object.keys(object['boxes'] ?? {}));
  return {
    code: yaml.text(object['code'], [...path, 'code'], CODE, 'FILE_VALUE_CODE'),
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
      const fields = objectOf(yaml, missing, inner, MISSING);
      return {
        code: yaml.text(fields['code'], [...inner, 'code']),
        kind: yaml.oneOf(fields['kind'], [...inner, 'kind'], MISSING_KINDS, 'NOT_APPLICABLE'),
        label: yaml.localized(fields['label'], [...inner, 'label']),
      };
    }),
  };
}

/**
 * Reads a question set and checks it as a document of its own.
 * @param shape QUESTION_SET, or one with more fields that the caller reads
 * @param shared scales of the file that any of its sets may use; a set gets those that its questions name
 * @param reported faults of shared scales that other sets have reported already; added to
 * @returns meaningful only where no fault was added
 */
export function questionSetFrom(
  yaml: YamlReader,
  value: unknown,
  path: YamlPath,
  shared: readonly Scale[],
  reported: Set<string>,
  shape: ObjectShape = QUESTION_SET,
): QuestionSetDocument {
  const object = objectOf(yaml, value, path, shape);
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
  const modules = yaml
    .list(object['modules'], [...path, 'modules'], true)
    .map((module, index) => moduleFrom(yaml, module, [...path, 'modules', index]));
  unique(
    yaml,
    modules.map(({ code }) => code),
    (index) => [...path, 'modules', index, 'code'],
    'DUPLICATE_MODULE',
  );
  const document: QuestionSetDocument = {
    year: yaml.integer(object['year'], [...path, 'year'], YEAR.min, YEAR.max),
    revision: object['revision'] === undefined ? 1 : revisionFrom(yaml, object['revision'], [...path, 'revision']),
    scales,
    sections,
    ...(modules.length === 0 ? {} : { modules }),
  };
  reportFaults(yaml, document, (fault) => placeInFile(fault, path, own.length, shared, scales), reported);
  return document;
}

const revisionFrom = (yaml: YamlReader, value: unknown, path: YamlPath): number =>
  yaml.integer(value, path, REVISION.min, REVISION.max);

function moduleFrom(yaml: YamlReader, value: unknown, path: YamlPath): ModuleReference {
  const object = objectOf(yaml, value, path, MODULE_REFERENCE);
  return {
    code: yaml.text(object['code'], [...path, 'code'], CODE, 'FILE_VALUE_CODE'),
    revision: revisionFrom(yaml, object['revision'], [...path, 'revision']),
  };
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
    const { reason, parameters } = fault;
    const expected = fault.expected ?? expectedOf(fault.code);
    yaml.fault(place, fault.code, `${fault.message}${within}`, expected, { reason, parameters });
  }
}

const expectedOf = (code: string): string =>
  code.startsWith('RULE_')
    ? "a rule in CEL over questions and levels of this set, e.g. answer('housing') == '1'"
    : code.startsWith('DUPLICATE_')
      ? 'each once'
      : 'a question set as the format describes it';

/** Scales that no set uses are checked too: a fault in one is a fault of the file. */
export function checkUnusedScales(
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
  const object = objectOf(yaml, value, path, SECTION);
  return {
    code: yaml.text(object['code'], [...path, 'code']),
    title: yaml.localized(object['title'], [...path, 'title']),
    questions: yaml
      .list(object['questions'], [...path, 'questions'])
      .map((question, index) => questionFrom(yaml, question, [...path, 'questions', index])),
  };
}

function questionFrom(yaml: YamlReader, value: unknown, path: YamlPath): QuestionDefinition {
  const object = objectOf(yaml, value, path, QUESTION);
  return stated<QuestionDefinition>({
    code: yaml.text(object['code'], [...path, 'code']),
    type: yaml.oneOf(object['type'], [...path, 'type'], TYPES, 'TEXT'),
    text: yaml.localized(object['text'], [...path, 'text']),
    help: yaml.optionalLocalized(object['help'], [...path, 'help']),
    scale: yaml.optionalText(object['scale'], [...path, 'scale']),
    required: yaml.boolean(object['required'], [...path, 'required'], false),
    visibleIf: yaml.optionalText(object['visibleIf'], [...path, 'visibleIf']),
    requiredIf: yaml.optionalText(object['requiredIf'], [...path, 'requiredIf']),
    valid: object['valid'] === undefined ? undefined : checkFrom(yaml, object['valid'], [...path, 'valid']),
    plausible:
      object['plausible'] === undefined ? undefined : checkFrom(yaml, object['plausible'], [...path, 'plausible']),
    module: yaml.optionalText(object['module'], [...path, 'module']),
    prior:
      object['prior'] === undefined
        ? undefined
        : yaml.oneOf(object['prior'], [...path, 'prior'], PRIOR_POLICIES, DEFAULT_PRIOR),
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

function checkFrom(yaml: YamlReader, value: unknown, path: YamlPath): AnswerCheck {
  const object = objectOf(yaml, value, path, CHECK);
  return {
    rule: yaml.text(object['rule'], [...path, 'rule']),
    message: yaml.localized(object['message'], [...path, 'message']),
  };
}

function sinceFrom(yaml: YamlReader, value: unknown, path: YamlPath): Since {
  const object = objectOf(yaml, value, path, SINCE);
  const recode = object['recode'];
  return stated<Since>({
    year: yaml.integer(object['year'], [...path, 'year'], YEAR.min, YEAR.max),
    revision:
      object['revision'] === undefined ? undefined : revisionFrom(yaml, object['revision'], [...path, 'revision']),
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
  const object = objectOf(yaml, value, path, REPORTS_CHANGE_OF);
  return {
    question: yaml.text(object['question'], [...path, 'question']),
    since: yaml.integer(object['since'], [...path, 'since'], YEAR.min, YEAR.max),
  };
}

function toleranceFrom(yaml: YamlReader, value: unknown, path: YamlPath): Tolerance {
  const object = objectOf(yaml, value, path, TOLERANCE);
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
    const object = objectOf(yaml, item, inner, AXIS_ITEM);
    return {
      code: yaml.text(object['code'], [...inner, 'code']),
      text: yaml.localized(object['text'], [...inner, 'text']),
    };
  });
