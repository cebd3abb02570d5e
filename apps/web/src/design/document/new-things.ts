import type {
  QuestionDefinition,
  QuestionSetDocument,
  QuestionType,
  Scale,
  SectionDefinition,
} from '@reflexbogen/client/design';
import { questionCodes } from './edits.js';
import { freeCode } from './list-edits.js';

/** What a question of a type cannot be without, and what no other type may have: see checkQuestionSet. */
export const TYPES: readonly QuestionType[] = ['SCALE', 'CHOICE', 'MULTI_CHOICE', 'BOOLEAN', 'NUMBER', 'TEXT', 'GRID'];
const WITH_LEVELS: readonly QuestionType[] = ['SCALE', 'CHOICE', 'MULTI_CHOICE', 'GRID'];

export const needsScale = (type: QuestionType): boolean => WITH_LEVELS.includes(type);

export function newSection(document: QuestionSetDocument, title: Readonly<Record<string, string>>): SectionDefinition {
  return {
    code: freeCode(
      'section',
      document.sections.map(({ code }) => code),
    ),
    title,
    questions: [],
  };
}

export function newQuestion(document: QuestionSetDocument, text: Readonly<Record<string, string>>): QuestionDefinition {
  return { code: freeCode('question', questionCodes(document)), type: 'TEXT', text, required: false };
}

export function newScale(document: QuestionSetDocument, labels: readonly Readonly<Record<string, string>>[]): Scale {
  return {
    code: freeCode(
      'scale',
      document.scales.map(({ code }) => code),
    ),
    ordered: true,
    polarity: 'NEUTRAL',
    levels: labels.map((label, index) => ({ code: String(index + 1), label })),
    boxes: {},
    missing: [],
  };
}

/** The question as one of another type: what that type has no place for is gone, what it needs is there. */
export function withType(
  document: QuestionSetDocument,
  question: QuestionDefinition,
  type: QuestionType,
): QuestionDefinition {
  if (question.type === type) return question;
  const { scale, rows, columns, unit, min, max, decimals, tolerance, polarity, ...common } = question;
  const hasLevels = document.scales.some((one) => one.code === scale && one.levels.length > 0);
  // Without levels of its own a question takes missing codes alone from a scale.
  const kept = needsScale(type) ? (hasLevels ? scale : document.scales[0]?.code) : hasLevels ? undefined : scale;
  return {
    ...common,
    type,
    ...(kept === undefined ? {} : { scale: kept }),
    ...(polarity === undefined || type === 'TEXT' ? {} : { polarity }),
    ...(type === 'NUMBER'
      ? {
          ...(unit === undefined ? {} : { unit }),
          ...(min === undefined ? {} : { min }),
          ...(max === undefined ? {} : { max }),
          ...(decimals === undefined ? {} : { decimals }),
          ...(tolerance === undefined ? {} : { tolerance }),
        }
      : {}),
    ...(type === 'GRID'
      ? {
          rows: rows ?? [{ code: 'row-1', text: question.text }],
          columns: columns ?? [{ code: 'column-1', text: question.text }],
        }
      : {}),
  };
}
