import { createHash } from 'node:crypto';
import {
  canonicalJson,
  type AnswerCheck,
  type DocumentPath,
  type GridAxisItem,
  type LocalizedText,
  type QuestionDefinition,
  type QuestionSetDocument,
  type Scale,
} from '@reflexbogen/domain';
import type { Questionnaire } from '../questionnaire/read-questionnaire.js';

export type StringKind =
  | 'SECTION_TITLE'
  | 'QUESTION_TEXT'
  | 'QUESTION_HELP'
  | 'QUESTION_UNIT'
  | 'VALID_MESSAGE'
  | 'PLAUSIBLE_MESSAGE'
  | 'GRID_ROW'
  | 'GRID_COLUMN'
  | 'LEVEL_LABEL'
  | 'MISSING_LABEL';

/** A text of a question set that readers see. */
export interface TranslatableString {
  /** Made of codes, so that it stays when questions move: `questions.challenge.housing.text`. An XML NMTOKEN. */
  readonly key: string;
  readonly kind: StringKind;
  /** Code of the question; null for sections and scales. */
  readonly question: string | null;
  /** Where it stands in the document. */
  readonly path: DocumentPath;
  readonly text: LocalizedText;
}

type Translate = (string: TranslatableString) => LocalizedText;

/** Codes of levels may hold any character: those that a key cannot have are written as their number. */
const escaped = (code: string): string =>
  code.replace(/[^A-Za-z0-9.-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);

function scaleWith(scale: Scale, index: number, translate: Translate): Scale {
  const label = (list: 'levels' | 'missing', position: number, code: string, text: LocalizedText): LocalizedText =>
    translate({
      key: `scales.${scale.code}.${list}:${escaped(code)}`,
      kind: list === 'levels' ? 'LEVEL_LABEL' : 'MISSING_LABEL',
      question: null,
      path: ['scales', index, list, position, 'label'],
      text,
    });
  return {
    ...scale,
    levels: scale.levels.map((level, rank) => ({ ...level, label: label('levels', rank, level.code, level.label) })),
    missing: scale.missing.map((code, at) => ({ ...code, label: label('missing', at, code.code, code.label) })),
  };
}

function questionWith(question: QuestionDefinition, path: DocumentPath, translate: Translate): QuestionDefinition {
  const key = `questions.${question.code}`;
  const string = (kind: StringKind, name: string, within: DocumentPath, text: LocalizedText): LocalizedText =>
    translate({ key: `${key}.${name}`, kind, question: question.code, path: [...path, ...within], text });
  const check = (kind: StringKind, name: 'valid' | 'plausible', { rule, message }: AnswerCheck): AnswerCheck => ({
    rule,
    message: string(kind, `${name}.message`, [name, 'message'], message),
  });
  // A colon stands in no code, so that row "b" of "a" is not the text of a question "a.rows.b".
  const axis = (kind: StringKind, name: 'rows' | 'columns', items: readonly GridAxisItem[]): readonly GridAxisItem[] =>
    items.map((item, index) => ({
      ...item,
      text: string(kind, `${name}:${item.code}`, [name, index, 'text'], item.text),
    }));
  const { help, unit, valid, plausible, rows, columns } = question;
  return {
    ...question,
    text: string('QUESTION_TEXT', 'text', ['text'], question.text),
    ...(help === undefined ? {} : { help: string('QUESTION_HELP', 'help', ['help'], help) }),
    ...(unit === undefined ? {} : { unit: string('QUESTION_UNIT', 'unit', ['unit'], unit) }),
    ...(valid === undefined ? {} : { valid: check('VALID_MESSAGE', 'valid', valid) }),
    ...(plausible === undefined ? {} : { plausible: check('PLAUSIBLE_MESSAGE', 'plausible', plausible) }),
    ...(rows === undefined ? {} : { rows: axis('GRID_ROW', 'rows', rows) }),
    ...(columns === undefined ? {} : { columns: axis('GRID_COLUMN', 'columns', columns) }),
  };
}

/** The document with each of its texts replaced. */
function documentWith(document: QuestionSetDocument, translate: Translate): QuestionSetDocument {
  return {
    ...document,
    scales: document.scales.map((scale, index) => scaleWith(scale, index, translate)),
    sections: document.sections.map((section, index) => ({
      ...section,
      title: translate({
        key: `sections.${section.code}.title`,
        kind: 'SECTION_TITLE',
        question: null,
        path: ['sections', index, 'title'],
        text: section.title,
      }),
      questions: section.questions.map((question, position) =>
        questionWith(question, ['sections', index, 'questions', position], translate),
      ),
    })),
  };
}

/** Every text of a document: scales first, then section by section. */
export function stringsOf(document: QuestionSetDocument): readonly TranslatableString[] {
  const strings: TranslatableString[] = [];
  documentWith(document, (string) => {
    strings.push(string);
    return string.text;
  });
  return strings;
}

/** The document with translations filled in. @param texts by key; keys that it lacks are as they were */
export const withTranslations = (
  document: QuestionSetDocument,
  locale: string,
  texts: ReadonlyMap<string, string>,
): QuestionSetDocument =>
  documentWith(document, ({ key, text }) => {
    const translation = texts.get(key);
    return translation === undefined ? text : { ...text, [locale]: translation };
  });

/** The text in a language itself, without falling back; null where there is none or blanks alone. */
export function textIn(text: LocalizedText, locale: string): string | null {
  const found = Object.hasOwn(text, locale) ? text[locale] : undefined;
  return found === undefined || found.trim() === '' ? null : found;
}

/** Strings missing in one language. */
export interface MissingTranslations {
  readonly locale: string;
  readonly missing: readonly Omit<TranslatableString, 'text'>[];
}

/**
 * Reports the strings of a document that lack a translation. A text that the document leaves out, e.g. a question without
 * help, is not missing.
 * @returns one entry per locale, in the order given
 */
export function missingTranslations(
  document: QuestionSetDocument,
  locales: readonly string[],
): readonly MissingTranslations[] {
  const strings = stringsOf(document);
  return locales.map((locale) => ({
    locale,
    missing: strings.filter(({ text }) => textIn(text, locale) === null).map(({ text: _text, ...string }) => string),
  }));
}

/** What a translation file is of: strings of another revision, or of sources that changed since, must not come back. */
export interface TranslationOrigin {
  /** `<template>/<year>/<revision>`. */
  readonly original: string;
  /** SHA-256 in hex over keys and texts in the source language. */
  readonly sourceHash: string;
}

export function originOf({ template, document }: Questionnaire, source: string): TranslationOrigin {
  const sources = stringsOf(document).map(({ key, text }) => [key, textIn(text, source) ?? '']);
  return {
    original: `${template}/${document.year}/${document.revision}`,
    sourceHash: createHash('sha256').update(canonicalJson(sources)).digest('hex'),
  };
}
