import type { LocalizedText, QuestionDefinition, QuestionSetDocument } from '@reflexbogen/client/design';
import { updateQuestion, updateScale, updateSection } from './edits.js';
import { translated } from './list-edits.js';
import type { Place } from './places.js';

/** One text of a document, in all its languages. */
export interface DocumentText {
  readonly place: Place;
  readonly text: LocalizedText;
  /** Whether the document may do without it. */
  readonly isOptional: boolean;
}

/** Every text, in the order of the sheet, then of the scales. */
export function textsOf(document: QuestionSetDocument): readonly DocumentText[] {
  const texts: DocumentText[] = [];
  const add = (kind: Place['kind'], code: string, field: readonly string[], text: LocalizedText | undefined) => {
    if (text !== undefined)
      texts.push({ place: { kind, code, field }, text, isOptional: OPTIONAL.has(field[0] ?? '') });
  };
  for (const section of document.sections) {
    add('section', section.code, ['title'], section.title);
    for (const question of section.questions) {
      add('question', question.code, ['text'], question.text);
      add('question', question.code, ['help'], question.help);
      add('question', question.code, ['unit'], question.unit);
      add('question', question.code, ['valid', 'message'], question.valid?.message);
      add('question', question.code, ['plausible', 'message'], question.plausible?.message);
      for (const axis of ['rows', 'columns'] as const)
        question[axis]?.forEach((item, index) =>
          add('question', question.code, [axis, String(index), 'text'], item.text),
        );
    }
  }
  for (const scale of document.scales) {
    scale.levels.forEach((level, index) => add('scale', scale.code, ['levels', String(index), 'label'], level.label));
    scale.missing.forEach((missing, index) =>
      add('scale', scale.code, ['missing', String(index), 'label'], missing.label),
    );
  }
  return texts;
}

const OPTIONAL = new Set(['help', 'unit']);

/** Languages of a document, those wanted first. */
export const localesOf = (document: QuestionSetDocument, wanted: readonly string[] = []): readonly string[] => [
  ...new Set([...wanted, ...textsOf(document).flatMap(({ text }) => Object.keys(text))]),
];

export const isMissing = ({ text }: DocumentText, locale: string): boolean => (text[locale] ?? '').trim() === '';

/** The document with one text in one language. */
export function withText(
  document: QuestionSetDocument,
  place: Place,
  locale: string,
  words: string,
): QuestionSetDocument {
  const { kind, code, field } = place;
  const change = <T extends object>(thing: T): T => changedAt(thing, field, (text) => translated(text, locale, words));
  if (code === null) return document;
  if (kind === 'section') return updateSection(document, code, change);
  if (kind === 'scale') return updateScale(document, code, change);
  return updateQuestion(document, code, (question) => withoutEmpty(change(question)));
}

function changedAt<T>(thing: T, [key, ...rest]: readonly string[], change: (text: LocalizedText) => LocalizedText): T {
  if (key === undefined) return change(thing as LocalizedText) as T;
  if (Array.isArray(thing))
    return thing.map((entry: unknown, index) => (String(index) === key ? changedAt(entry, rest, change) : entry)) as T;
  const before = (thing as Readonly<Record<string, unknown>>)[key];
  return { ...thing, [key]: changedAt(before ?? {}, rest, change) };
}

/** Help and unit without any language are not there. */
function withoutEmpty(question: QuestionDefinition): QuestionDefinition {
  const { help, unit, ...rest } = question;
  const isThere = (text: LocalizedText | undefined): text is LocalizedText =>
    text !== undefined && Object.keys(text).length > 0;
  return { ...rest, ...(isThere(help) ? { help } : {}), ...(isThere(unit) ? { unit } : {}) };
}
