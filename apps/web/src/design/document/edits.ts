import type { QuestionDefinition, QuestionSetDocument, Scale, SectionDefinition } from '@reflexbogen/client/design';
import { freeCode, moved } from './list-edits.js';

// Edits of a draft. Each gives a new document, or the very same one where it changes nothing.

type Document = QuestionSetDocument;

/** Where a question stands: positions from 0. */
export interface QuestionPlace {
  readonly section: SectionDefinition;
  readonly sectionIndex: number;
  readonly question: QuestionDefinition;
  readonly index: number;
}

export function placeOf(document: Document, code: string): QuestionPlace | null {
  for (const [sectionIndex, section] of document.sections.entries()) {
    const index = section.questions.findIndex((question) => question.code === code);
    const question = section.questions[index];
    if (question !== undefined) return { section, sectionIndex, question, index };
  }
  return null;
}

/** All codes that are taken: those of questions, grids and, since codes of cells begin with their grid's, what lies below. */
export const questionCodes = (document: Document): readonly string[] =>
  document.sections.flatMap(({ questions }) => questions.map(({ code }) => code));

const withSections = (document: Document, sections: readonly SectionDefinition[]): Document =>
  sections === document.sections ? document : { ...document, sections };

export function updateSection(
  document: Document,
  code: string,
  change: (section: SectionDefinition) => SectionDefinition,
): Document {
  const index = document.sections.findIndex((section) => section.code === code);
  const section = document.sections[index];
  if (section === undefined) return document;
  const next = change(section);
  return next === section ? document : withSections(document, document.sections.with(index, next));
}

export function updateQuestion(
  document: Document,
  code: string,
  change: (question: QuestionDefinition) => QuestionDefinition,
): Document {
  const place = placeOf(document, code);
  if (place === null) return document;
  const next = change(place.question);
  return next === place.question
    ? document
    : updateSection(document, place.section.code, (section) => ({
        ...section,
        questions: section.questions.with(place.index, next),
      }));
}

export function updateScale(document: Document, code: string, change: (scale: Scale) => Scale): Document {
  const index = document.scales.findIndex((scale) => scale.code === code);
  const scale = document.scales[index];
  if (scale === undefined) return document;
  const next = change(scale);
  return next === scale ? document : { ...document, scales: document.scales.with(index, next) };
}

/** @param after code of the section it follows; null = at the end */
export function addSection(document: Document, section: SectionDefinition, after: string | null): Document {
  const index = document.sections.findIndex(({ code }) => code === after);
  return withSections(
    document,
    document.sections.toSpliced(index < 0 ? document.sections.length : index + 1, 0, section),
  );
}

/** @param after code of the question it follows; null = at the end of the section */
export const addQuestion = (
  document: Document,
  section: string,
  question: QuestionDefinition,
  after: string | null,
): Document =>
  updateSection(document, section, (into) => {
    const index = into.questions.findIndex(({ code }) => code === after);
    return { ...into, questions: into.questions.toSpliced(index < 0 ? into.questions.length : index + 1, 0, question) };
  });

export const addScale = (document: Document, scale: Scale): Document => ({
  ...document,
  scales: [...document.scales, scale],
});

export const removeSection = (document: Document, code: string): Document =>
  document.sections.some((section) => section.code === code)
    ? withSections(
        document,
        document.sections.filter((section) => section.code !== code),
      )
    : document;

export function removeQuestion(document: Document, code: string): Document {
  const place = placeOf(document, code);
  return place === null
    ? document
    : updateSection(document, place.section.code, (section) => ({
        ...section,
        questions: section.questions.toSpliced(place.index, 1),
      }));
}

export const removeScale = (document: Document, code: string): Document =>
  document.scales.some((scale) => scale.code === code)
    ? { ...document, scales: document.scales.filter((scale) => scale.code !== code) }
    : document;

export const moveSection = (document: Document, code: string, by: number): Document =>
  withSections(
    document,
    moved(
      document.sections,
      document.sections.findIndex((section) => section.code === code),
      by,
    ),
  );

/** One place up or down; from the edge of a section into the next one. */
export function moveQuestion(document: Document, code: string, by: 1 | -1): Document {
  const place = placeOf(document, code);
  if (place === null) return document;
  const { section, sectionIndex, index } = place;
  if (index + by >= 0 && index + by < section.questions.length)
    return updateSection(document, section.code, (own) => ({ ...own, questions: moved(own.questions, index, by) }));
  const neighbour = document.sections[sectionIndex + by];
  return neighbour === undefined
    ? document
    : moveQuestionTo(document, code, neighbour.code, by > 0 ? 0 : neighbour.questions.length);
}

/** @param position from 0, counted without the question itself; beyond the end = at the end */
export function moveQuestionTo(document: Document, code: string, section: string, position: number): Document {
  const place = placeOf(document, code);
  if (place === null || !document.sections.some((one) => one.code === section)) return document;
  if (place.section.code === section && place.index === position) return document;
  return updateSection(removeQuestion(document, code), section, (into) => ({
    ...into,
    questions: into.questions.toSpliced(position, 0, place.question),
  }));
}

/** A question like this one below it, under a code of its own and without a past. */
export function duplicateQuestion(
  document: Document,
  code: string,
): { readonly document: Document; readonly code: string } {
  const place = placeOf(document, code);
  if (place === null) return { document, code };
  const { since: _since, module: _module, ...rest } = place.question;
  const copy = { ...rest, code: freeCode(`${code}-copy`, questionCodes(document)) };
  return { document: addQuestion(document, place.section.code, copy, code), code: copy.code };
}

const RULE_CALL = /\b(answer|answered|previous|previouslyAnswered)(\(\s*)(['"])([^'"]*)\3/g;

/** A question under another code; rules and reports that speak of it follow, cells of a grid with it. */
export function renameQuestion(document: Document, from: string, to: string): Document {
  if (from === to || placeOf(document, from) === null) return document;
  const renamed = (code: string): string =>
    code === from
      ? to
      : code.startsWith(`${from}.`) && isCellOf(document, from, code)
        ? to + code.slice(from.length)
        : code;
  const inRule = (rule: string): string =>
    rule.replace(RULE_CALL, (_all, call: string, open: string, quote: string, code: string) =>
      [call, open, quote, renamed(code), quote].join(''),
    );
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({
        ...question,
        code: question.code === from ? to : question.code,
        ...(question.visibleIf === undefined ? {} : { visibleIf: inRule(question.visibleIf) }),
        ...(question.requiredIf === undefined ? {} : { requiredIf: inRule(question.requiredIf) }),
        ...(question.valid === undefined ? {} : { valid: { ...question.valid, rule: inRule(question.valid.rule) } }),
        ...(question.plausible === undefined
          ? {}
          : { plausible: { ...question.plausible, rule: inRule(question.plausible.rule) } }),
        ...(question.reportsChangeOf === undefined
          ? {}
          : {
              reportsChangeOf: {
                ...question.reportsChangeOf,
                question: renamed(question.reportsChangeOf.question),
              },
            }),
      })),
    })),
  };
}

function isCellOf(document: Document, grid: string, code: string): boolean {
  const question = placeOf(document, grid)?.question;
  return (
    question?.type === 'GRID' &&
    (question.rows ?? []).some((row) =>
      (question.columns ?? []).some((column) => code === `${grid}.${row.code}.${column.code}`),
    )
  );
}

export const renameSection = (document: Document, from: string, to: string): Document =>
  updateSection(document, from, (section) => (from === to ? section : { ...section, code: to }));

/** A scale under another code; its questions follow. */
export function renameScale(document: Document, from: string, to: string): Document {
  if (from === to || !document.scales.some((scale) => scale.code === from)) return document;
  return {
    ...document,
    scales: document.scales.map((scale) => (scale.code === from ? { ...scale, code: to } : scale)),
    sections: document.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => (question.scale === from ? { ...question, scale: to } : question)),
    })),
  };
}

/** A level under another code; the boxes that hold it follow. */
export const renameLevel = (scale: Scale, index: number, to: string): Scale => {
  const level = scale.levels[index];
  if (level === undefined || level.code === to) return scale;
  return {
    ...scale,
    levels: scale.levels.with(index, { ...level, code: to }),
    boxes: mapBoxes(scale, (codes) => codes.map((code) => (code === level.code ? to : code))),
  };
};

export const removeLevel = (scale: Scale, index: number): Scale => {
  const level = scale.levels[index];
  return level === undefined
    ? scale
    : {
        ...scale,
        levels: scale.levels.toSpliced(index, 1),
        boxes: mapBoxes(scale, (codes) => codes.filter((code) => code !== level.code)),
      };
};

const mapBoxes = (scale: Scale, change: (codes: readonly string[]) => readonly string[]): Scale['boxes'] =>
  Object.fromEntries(Object.entries(scale.boxes).map(([name, codes]) => [name, change(codes)]));

/** Codes of the questions that a scale is used by. */
export const usersOf = (document: Document, scale: string): readonly string[] =>
  document.sections.flatMap(({ questions }) => questions.filter((one) => one.scale === scale).map(({ code }) => code));
