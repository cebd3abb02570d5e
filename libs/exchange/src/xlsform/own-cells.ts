import {
  PRIOR_POLICIES,
  VERDICTS,
  type AnswerCheck,
  type Direction,
  type GridAxisItem,
  type LocalizedText,
  type MissingKind,
  type ModuleReference,
  type Polarity,
  type PriorPolicy,
  type QuestionDefinition,
  type QuestionType,
  type Scale,
  type Since,
  type Tolerance,
} from '@reflexbogen/domain';

/** Reads a value of a column of our own; undefined for what has not the shape it should. */
export type Shape<T> = (value: unknown) => T | undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const number: Shape<number> = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
const text: Shape<string> = (value) => (typeof value === 'string' ? value : undefined);
const oneOf =
  <T extends string>(...values: readonly T[]): Shape<T> =>
  (value) =>
    values.find((one) => one === value);
const listOf =
  <T>(shape: Shape<T>): Shape<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    const items = value.map(shape);
    return items.every((item) => item !== undefined) ? items : undefined;
  };
const recordOf =
  <T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value) => {
    if (!isRecord(value)) return undefined;
    const entries = Object.entries(value).map(([key, item]) => [key, shape(item)] as const);
    return entries.every(([, item]) => item !== undefined)
      ? (Object.fromEntries(entries) as Readonly<Record<string, T>>)
      : undefined;
  };
/** An object with exactly these fields; those in `optional` may be absent. */
const objectOf =
  <T extends object>(
    fields: { readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>> },
    optional: readonly (keyof T)[] = [],
  ): Shape<T> =>
  (value) => {
    if (!isRecord(value) || Object.keys(value).some((key) => !Object.hasOwn(fields, key))) return undefined;
    const object: Partial<T> = {};
    for (const key of Object.keys(fields) as (keyof T & string)[]) {
      if (value[key] === undefined && optional.includes(key)) continue;
      const item = fields[key](value[key]);
      if (item === undefined) return undefined;
      object[key] = item;
    }
    return object as T;
  };
const either =
  <T>(...shapes: readonly Shape<T>[]): Shape<T> =>
  (value) => {
    for (const shape of shapes) {
      const found = shape(value);
      if (found !== undefined) return found;
    }
    return undefined;
  };

export const localizedText: Shape<LocalizedText> = recordOf(text);
export const answerCheck: Shape<AnswerCheck> = objectOf<AnswerCheck>({ rule: text, message: localizedText });
export const sinceShape: Shape<Since> = objectOf<Since>(
  { year: number, revision: number, verdict: oneOf(...VERDICTS), recode: recordOf(text), note: text },
  ['revision', 'recode', 'note'],
);
export const reportsShape = objectOf<Exclude<QuestionDefinition['reportsChangeOf'], undefined>>({
  question: text,
  since: number,
});
export const toleranceShape: Shape<Tolerance> = either<Tolerance>(
  objectOf<{ absolute: number }>({ absolute: number }),
  objectOf<{ percent: number }>({ percent: number }),
);
export const axisShape: Shape<readonly GridAxisItem[]> = listOf(
  objectOf<GridAxisItem>({ code: text, text: localizedText }),
);
export const modulesShape: Shape<readonly ModuleReference[]> = listOf(
  objectOf<ModuleReference>({ code: text, revision: number }),
);
export const polarityShape: Shape<Polarity> = oneOf('HIGHER_IS_WORSE', 'HIGHER_IS_BETTER', 'NEUTRAL');
export const priorShape: Shape<PriorPolicy> = oneOf(...PRIOR_POLICIES);
export const scaleShape: Shape<Pick<Scale, 'ordered' | 'polarity' | 'boxes'>> = objectOf<
  Pick<Scale, 'ordered' | 'polarity' | 'boxes'>
>({
  ordered: (value) => (typeof value === 'boolean' ? value : undefined),
  polarity: polarityShape,
  boxes: recordOf(listOf(text)),
});
export const directionShape: Shape<Direction> = oneOf('INCREASED', 'UNCHANGED', 'DECREASED');
export const missingShape: Shape<MissingKind> = oneOf('DONT_KNOW', 'REFUSED', 'NOT_APPLICABLE');
export const typeShape: Shape<QuestionType | 'SECTION' | 'CELL' | 'HEADING'> = oneOf(
  ...(['SCALE', 'NUMBER', 'BOOLEAN', 'CHOICE', 'MULTI_CHOICE', 'TEXT', 'GRID', 'SECTION', 'CELL', 'HEADING'] as const),
);
export const numberShape: Shape<number> = number;
export const textShape: Shape<string> = text;

/** The value of a JSON cell; undefined where it is no JSON or of another shape. */
export function jsonCell<T>(cell: string, shape: Shape<T>): T | undefined {
  let value: unknown;
  try {
    value = JSON.parse(cell);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return shape(value);
}

/** A wording as the cells of a form hold it: without what is blank, and without blanks at the ends. */
export const asInCells = (wording: LocalizedText): LocalizedText =>
  Object.fromEntries(
    Object.entries(wording)
      .map(([language, words]) => [language, words.trim()] as const)
      .filter(([, words]) => words !== ''),
  );

export const sameTexts = (a: LocalizedText, b: LocalizedText): boolean => {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
};
