import type { QuestionDefinition, QuestionSetDocument, SectionDefinition } from '../question-set/question-set.js';
import type { Scale } from '../scale/scale.js';

/**
 * A document as a flat list of fields, each under the identity of what it belongs to, so that two designers' edits meet
 * only where they mean the same thing: `questions challenge.housing text de`, `scales challenge levels 4 label en`. A thing
 * of a list has a field of its own, `true`; the order of a list is one field.
 */
export type DocumentFields = ReadonlyMap<string, unknown>;

/** Keys are joined by a character that no code may have; names of our own begin with another. */
const SEPARATOR = '\u0000';
const OWN = '\u0001';
const ORDER = `${OWN}order`;
const QUESTIONS = `${OWN}questions`;
const SECTION = `${OWN}section`;

export const fieldKey = (...parts: readonly string[]): string => parts.join(SEPARATOR);

/** A key as a path for people, e.g. `['questions', 'staff', 'text', 'de']`. */
export const fieldPath = (key: string): readonly string[] =>
  key.split(SEPARATOR).map((part) => (part.startsWith(OWN) ? part.slice(1) : part));

/** Keys of the things that a field lies within, outermost first. */
export function ancestorsOf(key: string): readonly string[] {
  const parts = key.split(SEPARATOR);
  return parts.slice(1, -1).map((_, index) => fieldKey(...parts.slice(0, index + 2)));
}

/** Whether a field is the order of a list. */
export const isOrder = (key: string): boolean => key.endsWith(ORDER) || key.endsWith(QUESTIONS);

/** The section of each question, by the key of the field that says so. */
export const sectionKeyOf = (question: string): string => fieldKey('questions', question, SECTION);

const TEXT_FIELDS = ['text', 'help', 'unit'] as const;
const LIST_FIELDS = ['rows', 'columns'] as const;

type Put = (key: string, value: unknown) => void;

function putTexts(put: Put, key: string, text: Readonly<Record<string, string>> | undefined): void {
  for (const [locale, value] of Object.entries(text ?? {})) put(fieldKey(key, locale), value);
}

function putList<Item extends { readonly code: string }>(
  put: Put,
  key: string,
  items: readonly Item[],
  putItem: (key: string, item: Item) => void,
): void {
  put(
    fieldKey(key, ORDER),
    items.map(({ code }) => code),
  );
  for (const item of items) {
    put(fieldKey(key, item.code), true);
    putItem(fieldKey(key, item.code), item);
  }
}

function putQuestion(put: Put, key: string, question: QuestionDefinition): void {
  const { code: _code, text, help, unit, rows, columns, valid, plausible, ...plain } = question;
  putTexts(put, fieldKey(key, 'text'), text);
  putTexts(put, fieldKey(key, 'help'), help);
  putTexts(put, fieldKey(key, 'unit'), unit);
  for (const [name, check] of [
    ['valid', valid],
    ['plausible', plausible],
  ] as const) {
    if (check === undefined) continue;
    put(fieldKey(key, name, 'rule'), check.rule);
    putTexts(put, fieldKey(key, name, 'message'), check.message);
  }
  for (const [name, axis] of [
    ['rows', rows],
    ['columns', columns],
  ] as const)
    if (axis !== undefined)
      putList(put, fieldKey(key, name), axis, (inner, item) => putTexts(put, fieldKey(inner, 'text'), item.text));
  for (const [name, value] of Object.entries(plain)) if (value !== undefined) put(fieldKey(key, name), value);
}

function putScale(put: Put, key: string, scale: Scale): void {
  put(fieldKey(key, 'ordered'), scale.ordered);
  put(fieldKey(key, 'polarity'), scale.polarity);
  for (const [name, codes] of Object.entries(scale.boxes)) put(fieldKey(key, 'boxes', name), codes);
  putList(put, fieldKey(key, 'levels'), scale.levels, (inner, level) => {
    putTexts(put, fieldKey(inner, 'label'), level.label);
    if (level.direction !== undefined) put(fieldKey(inner, 'direction'), level.direction);
    if (level.archived !== undefined) put(fieldKey(inner, 'archived'), level.archived);
  });
  putList(put, fieldKey(key, 'missing'), scale.missing, (inner, missing) => {
    putTexts(put, fieldKey(inner, 'label'), missing.label);
    put(fieldKey(inner, 'kind'), missing.kind);
  });
}

/** Takes a document apart. Codes are unique in it (check-question-set.ts); of two of the same code the later counts. */
export function fieldsOf(document: QuestionSetDocument): DocumentFields {
  const fields = new Map<string, unknown>();
  const put: Put = (key, value) => fields.set(key, value);
  if (document.modules !== undefined) put('modules', document.modules);
  putList(put, 'scales', document.scales, (key, scale) => putScale(put, key, scale));
  putList(put, 'sections', document.sections, (key, section) => {
    putTexts(put, fieldKey(key, 'title'), section.title);
    put(
      fieldKey(key, QUESTIONS),
      section.questions.map(({ code }) => code),
    );
  });
  for (const section of document.sections)
    for (const question of section.questions) {
      const key = fieldKey('questions', question.code);
      put(key, true);
      put(fieldKey(key, SECTION), section.code);
      putQuestion(put, key, question);
    }
  return fields;
}

/** The fields below a key, by what follows it. */
class Tree {
  private readonly children = new Map<string, Map<string, unknown>>();

  constructor(private readonly fields: DocumentFields) {
    for (const key of fields.keys()) {
      const cut = key.lastIndexOf(SEPARATOR);
      if (cut < 0) continue;
      const parent = key.slice(0, cut);
      const known = this.children.get(parent) ?? new Map<string, unknown>();
      known.set(key.slice(cut + 1), fields.get(key));
      this.children.set(parent, known);
    }
  }

  value<T>(key: string): T | undefined {
    return this.fields.get(key) as T | undefined;
  }

  texts(key: string): Record<string, string> {
    return Object.fromEntries(this.children.get(key) ?? []) as Record<string, string>;
  }

  /** Codes of a list in order: those that the order names, then the rest. */
  codes(key: string): readonly string[] {
    const present = [...(this.children.get(key)?.keys() ?? [])].filter((name) => !name.startsWith(OWN));
    const order = this.value<readonly string[]>(fieldKey(key, ORDER)) ?? [];
    return [...order.filter((code) => present.includes(code)), ...present.filter((code) => !order.includes(code))];
  }

  entries(key: string): readonly (readonly [string, unknown])[] {
    return [...(this.children.get(key) ?? [])];
  }
}

const stated = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

const optionalTexts = (tree: Tree, key: string): Record<string, string> | undefined => {
  const texts = tree.texts(key);
  return Object.keys(texts).length === 0 ? undefined : texts;
};

function questionFrom(tree: Tree, code: string): QuestionDefinition {
  const key = fieldKey('questions', code);
  const compound = new Set<string>([...TEXT_FIELDS, ...LIST_FIELDS, 'valid', 'plausible']);
  const plain = tree.entries(key).filter(([name]) => !compound.has(name) && !name.startsWith(OWN));
  const check = (name: 'valid' | 'plausible') => {
    const rule = tree.value<string>(fieldKey(key, name, 'rule'));
    return rule === undefined ? undefined : { rule, message: tree.texts(fieldKey(key, name, 'message')) };
  };
  const axis = (name: 'rows' | 'columns') =>
    tree.value(fieldKey(key, name, ORDER)) === undefined
      ? undefined
      : tree
          .codes(fieldKey(key, name))
          .map((item) => ({ code: item, text: tree.texts(fieldKey(key, name, item, 'text')) }));
  return stated({
    code,
    ...(Object.fromEntries(plain) as Omit<QuestionDefinition, 'code' | 'text'>),
    text: tree.texts(fieldKey(key, 'text')),
    help: optionalTexts(tree, fieldKey(key, 'help')),
    unit: optionalTexts(tree, fieldKey(key, 'unit')),
    valid: check('valid'),
    plausible: check('plausible'),
    rows: axis('rows'),
    columns: axis('columns'),
  }) as QuestionDefinition;
}

const scaleFrom = (tree: Tree, code: string): Scale => {
  const key = fieldKey('scales', code);
  return {
    code,
    ordered: tree.value<boolean>(fieldKey(key, 'ordered')) ?? true,
    levels: tree.codes(fieldKey(key, 'levels')).map((level) => {
      const at = fieldKey(key, 'levels', level);
      return stated({
        code: level,
        label: tree.texts(fieldKey(at, 'label')),
        direction: tree.value<NonNullable<Scale['levels'][number]['direction']>>(fieldKey(at, 'direction')),
        archived: tree.value<boolean>(fieldKey(at, 'archived')),
      }) as Scale['levels'][number];
    }),
    boxes: Object.fromEntries(tree.entries(fieldKey(key, 'boxes'))) as Scale['boxes'],
    polarity: tree.value<Scale['polarity']>(fieldKey(key, 'polarity')) ?? 'NEUTRAL',
    missing: tree.codes(fieldKey(key, 'missing')).map((missing) => {
      const at = fieldKey(key, 'missing', missing);
      return {
        code: missing,
        kind: tree.value<Scale['missing'][number]['kind']>(fieldKey(at, 'kind')) ?? 'NOT_APPLICABLE',
        label: tree.texts(fieldKey(at, 'label')),
      };
    }),
  };
};

/** Puts fields together again: `documentOf(identity, fieldsOf(document))` equals the document. */
export function documentOf(
  identity: Pick<QuestionSetDocument, 'year' | 'revision'>,
  fields: DocumentFields,
): QuestionSetDocument {
  const tree = new Tree(fields);
  const questions = tree.entries('questions').map(([code]) => code);
  const sections = tree.codes('sections').map((code): SectionDefinition => {
    const key = fieldKey('sections', code);
    const order = tree.value<readonly string[]>(fieldKey(key, QUESTIONS)) ?? [];
    const own = questions.filter((question) => tree.value(sectionKeyOf(question)) === code);
    const ordered = [
      ...order.filter((question) => own.includes(question)),
      ...own.filter((question) => !order.includes(question)),
    ];
    return {
      code,
      title: tree.texts(fieldKey(key, 'title')),
      questions: ordered.map((question) => questionFrom(tree, question)),
    };
  });
  const modules = tree.value<NonNullable<QuestionSetDocument['modules']>>('modules');
  return {
    year: identity.year,
    revision: identity.revision,
    scales: tree.codes('scales').map((code) => scaleFrom(tree, code)),
    sections,
    ...(modules === undefined ? {} : { modules }),
  };
}
