import type { AnswerValue } from '@reflexbogen/domain';
import type { XPath } from './xpath.js';

// For specs only: XPath as ODK evaluates it, by the letter of XPath 1.0, to hold the translation against.

type Value = string | number | boolean;
export type Answers = ReadonlyMap<string, AnswerValue>;

/** An answer as XForms holds it: text, empty where there is none. */
const stored = (answer: AnswerValue | undefined): string => {
  switch (answer?.kind) {
    case 'LEVEL':
      return answer.level;
    case 'LEVELS':
      return answer.levels.join(' ');
    case 'NUMBER':
      return String(answer.number);
    case 'BOOLEAN':
      return String(answer.boolean);
    case 'TEXT':
      return answer.text;
    case 'MISSING':
    case undefined:
      return '';
  }
};

const numberOf = (value: Value): number =>
  typeof value === 'string' ? (value.trim() === '' ? Number.NaN : Number(value)) : Number(value);
const textOf = (value: Value): string => String(value);
const truthOf = (value: Value): boolean =>
  typeof value === 'string' ? value !== '' : typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : value;

function equal(a: Value, b: Value): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return truthOf(a) === truthOf(b);
  if (typeof a === 'number' || typeof b === 'number') return numberOf(a) === numberOf(b);
  return a === b;
}

/** @param self name of the question that `.` means */
export function evaluateXPath(tree: XPath, answers: Answers, self: string | null = null): Value {
  const value = (node: XPath): Value => evaluateXPath(node, answers, self);
  switch (tree.op) {
    case 'text':
      return tree.text;
    case 'number':
      return tree.number;
    case 'answer':
      return stored(answers.get(tree.name ?? self ?? ''));
    case 'path':
      throw new Error(`no path here: ${tree.text}`);
    case 'minus':
      return -numberOf(value(tree.args[0]));
    case 'call': {
      const values = tree.args.map(value);
      const [first = '', second = ''] = values;
      const functions: Readonly<Record<string, () => Value>> = {
        true: () => true,
        false: () => false,
        not: () => !truthOf(first),
        boolean: () => truthOf(first),
        selected: () => textOf(first).split(' ').includes(textOf(second)),
        'count-selected': () =>
          textOf(first)
            .split(' ')
            .filter((part) => part !== '').length,
        'string-length': () => textOf(first).length,
        contains: () => textOf(first).includes(textOf(second)),
        'starts-with': () => textOf(first).startsWith(textOf(second)),
        'ends-with': () => textOf(first).endsWith(textOf(second)),
        number: () => numberOf(first),
        abs: () => Math.abs(numberOf(first)),
        min: () => Math.min(...values.map(numberOf)),
        max: () => Math.max(...values.map(numberOf)),
        concat: () => values.map(textOf).join(''),
      };
      const call = functions[tree.name];
      if (call === undefined) throw new Error(`no function here: ${tree.name}`);
      return call();
    }
    case 'or':
    case 'and':
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '+':
    case '-':
    case '*':
    case 'div':
    case 'mod': {
      const [left, right] = [value(tree.args[0]), value(tree.args[1])];
      switch (tree.op) {
        case 'or':
          return truthOf(left) || truthOf(right);
        case 'and':
          return truthOf(left) && truthOf(right);
        case '=':
          return equal(left, right);
        case '!=':
          return !equal(left, right);
        case '<':
          return numberOf(left) < numberOf(right);
        case '<=':
          return numberOf(left) <= numberOf(right);
        case '>':
          return numberOf(left) > numberOf(right);
        case '>=':
          return numberOf(left) >= numberOf(right);
        case '+':
          return numberOf(left) + numberOf(right);
        case '-':
          return numberOf(left) - numberOf(right);
        case '*':
          return numberOf(left) * numberOf(right);
        case 'div':
          return numberOf(left) / numberOf(right);
        case 'mod':
          return numberOf(left) % numberOf(right);
      }
    }
  }
}

/** Whether a condition holds on a sheet. */
export const holds = (tree: XPath, answers: Answers, self: string | null = null): boolean =>
  truthOf(evaluateXPath(tree, answers, self));
