import type { AnswerValue } from '../answer/answer-value.js';

// For specs only: a tiny evaluator of rules that shares nothing with the one it judges.

/** A number of a rule: a small part of CEL, written as it is generated. `before` reads last round. */
export type Num =
  | { op: 'number'; value: number }
  | { op: 'answer'; code: string; before: boolean }
  | { op: 'reckon'; sign: '+' | '-' | '*'; left: Num; right: Num }
  | { op: 'choose'; which: 'min' | 'max'; left: Num; right: Num }
  | { op: 'abs'; of: Num };
/** A condition. Codes fit the type that it needs. */
export type Cond =
  | { op: 'level'; code: string; before: boolean; levels: string[]; negated: boolean }
  | { op: 'flag'; code: string; before: boolean }
  | { op: 'answered'; code: string; before: boolean }
  | { op: 'chosen'; code: string; before: boolean; level: string }
  | { op: 'count'; code: string; before: boolean; least: number }
  | { op: 'contains'; code: string; before: boolean; text: string }
  | { op: 'compare'; sign: '<' | '>=' | '==' | '!='; left: Num; right: Num }
  | { op: 'join'; sign: '&&' | '||'; left: Cond; right: Cond }
  | { op: 'not'; of: Cond }
  | { op: 'if'; test: Cond; yes: Cond; no: Cond };
type Source = (code: string) => AnswerValue | undefined;

const read = ({ code, before }: { code: string; before: boolean }): string =>
  `${before ? 'previous' : 'answer'}('${code}')`;

function celOfNumber(num: Num): string {
  switch (num.op) {
    case 'number':
      return num.value < 0 ? `(-${Math.abs(num.value).toFixed(1)})` : num.value.toFixed(1);
    case 'answer':
      return read(num);
    case 'abs':
      return `abs(${celOfNumber(num.of)})`;
    case 'choose':
      return `${num.which}(${celOfNumber(num.left)}, ${celOfNumber(num.right)})`;
    case 'reckon':
      return `(${celOfNumber(num.left)} ${num.sign} ${celOfNumber(num.right)})`;
  }
}

/** A condition as CEL. */
export function celOf(cond: Cond): string {
  switch (cond.op) {
    case 'level': {
      const levels = cond.levels.map((level) => `'${level}'`);
      const test = levels.length === 1 ? `== ${levels.join('')}` : `in [${levels.join(', ')}]`;
      return `${cond.negated ? '!' : ''}(${read(cond)} ${test})`;
    }
    case 'flag':
      return read(cond);
    case 'answered':
      return `${cond.before ? 'previouslyAnswered' : 'answered'}('${cond.code}')`;
    case 'chosen':
      return `'${cond.level}' in ${read(cond)}`;
    case 'count':
      return `size(${read(cond)}) >= ${cond.least}`;
    case 'contains':
      return `${read(cond)}.contains('${cond.text}')`;
    case 'not':
      return `!(${celOf(cond.of)})`;
    case 'if':
      return `(${celOf(cond.test)} ? ${celOf(cond.yes)} : ${celOf(cond.no)})`;
    case 'join':
      return `(${celOf(cond.left)} ${cond.sign} ${celOf(cond.right)})`;
    case 'compare':
      return `(${celOfNumber(cond.left)} ${cond.sign} ${celOfNumber(cond.right)})`;
  }
}

function numberOf(num: Num, now: Source, before: Source): number | undefined {
  if (num.op === 'number') return num.value;
  if (num.op === 'answer') {
    const value = (num.before ? before : now)(num.code);
    return value?.kind === 'NUMBER' ? value.number : undefined;
  }
  if (num.op === 'abs') {
    const value = numberOf(num.of, now, before);
    return value === undefined ? undefined : Math.abs(value);
  }
  const [left, right] = [numberOf(num.left, now, before), numberOf(num.right, now, before)];
  if (left === undefined || right === undefined) return undefined;
  if (num.op === 'choose') return { min: Math.min(left, right), max: Math.max(left, right) }[num.which];
  return { '+': left + right, '-': left - right, '*': left * right }[num.sign];
}

/** Three-valued logic after Kleene: undefined is what cannot be decided. */
export function truthOf(cond: Cond, now: Source, before: Source): boolean | undefined {
  const truth = (part: Cond): boolean | undefined => truthOf(part, now, before);
  switch (cond.op) {
    case 'not': {
      const value = truth(cond.of);
      return value === undefined ? undefined : !value;
    }
    case 'if': {
      const value = truth(cond.test);
      return value === undefined ? undefined : truth(value ? cond.yes : cond.no);
    }
    case 'join': {
      const settling = cond.sign === '||';
      const values = [truth(cond.left), truth(cond.right)];
      return values.includes(settling) ? settling : values.includes(undefined) ? undefined : !settling;
    }
    case 'compare': {
      const [left, right] = [numberOf(cond.left, now, before), numberOf(cond.right, now, before)];
      if (left === undefined || right === undefined) return undefined;
      return { '<': left < right, '>=': left >= right, '==': left === right, '!=': left !== right }[cond.sign];
    }
    case 'answered':
      return (cond.before ? before : now)(cond.code) !== undefined;
    case 'level':
    case 'flag':
    case 'chosen':
    case 'count':
    case 'contains':
      return truthOfAnswer(cond, (cond.before ? before : now)(cond.code));
  }
}

type AboutAnswer = Extract<Cond, { op: 'level' | 'flag' | 'chosen' | 'count' | 'contains' }>;

function truthOfAnswer(cond: AboutAnswer, value: AnswerValue | undefined): boolean | undefined {
  if (cond.op === 'level' && value?.kind === 'LEVEL') return cond.levels.includes(value.level) !== cond.negated;
  if (cond.op === 'flag' && value?.kind === 'BOOLEAN') return value.boolean;
  if (cond.op === 'contains' && value?.kind === 'TEXT') return value.text.includes(cond.text);
  if (cond.op === 'chosen' && value?.kind === 'LEVELS') return value.levels.includes(cond.level);
  if (cond.op === 'count' && value?.kind === 'LEVELS') return value.levels.length >= cond.least;
  return undefined;
}

/** The rules of one question. */
export interface OracleRules {
  readonly visibleIf?: Cond | undefined;
  readonly requiredIf?: Cond | undefined;
  readonly valid?: Cond | undefined;
  readonly plausible?: Cond | undefined;
}

/** What a sheet shows, needs and does not meet: codes in the order of the sheet. */
export interface OracleVerdict {
  readonly visible: readonly string[];
  readonly required: readonly string[];
  readonly unmet: readonly (readonly [string, 'VALID' | 'PLAUSIBLE'])[];
}

/** Judges a sheet by the definition: from top to bottom, hidden answers counting as none, what is undecided as harmless. */
export function judge(
  questions: readonly (OracleRules & { readonly code: string })[],
  answers: ReadonlyMap<string, AnswerValue>,
  previous: ReadonlyMap<string, AnswerValue>,
  comments: ReadonlyMap<string, string>,
): OracleVerdict {
  const visible: string[] = [];
  const required: string[] = [];
  const now: Source = (code) => (visible.includes(code) ? answers.get(code) : undefined);
  const before: Source = (code) => previous.get(code);
  for (const { code, visibleIf, requiredIf } of questions) {
    const isShown = visibleIf === undefined || truthOf(visibleIf, now, before) === true;
    // A rule looks back: the question itself counts as answered only once it is shown.
    const isRequired = isShown && requiredIf !== undefined && truthOf(requiredIf, now, before) === true;
    if (isShown) visible.push(code);
    if (isRequired) required.push(code);
  }
  const unmet = questions
    .filter(({ code }) => visible.includes(code))
    .flatMap(({ code, valid, plausible }) => {
      const isRefused = valid !== undefined && truthOf(valid, now, before) === false;
      const isOdd = plausible !== undefined && truthOf(plausible, now, before) === true;
      const isExplained = (comments.get(code) ?? '').trim() !== '';
      return [
        ...(isRefused ? [[code, 'VALID'] as const] : []),
        ...(isOdd && !isExplained ? [[code, 'PLAUSIBLE'] as const] : []),
      ];
    });
  return { visible, required, unmet };
}
