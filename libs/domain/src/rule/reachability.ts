import type { ASTNode } from '@marcbachmann/cel-js';
import type { AnswerValue } from '../answer/answer-value.js';
import { checkAnswer } from '../answer/check-answer.js';
import { DEFAULT_DECIMALS, MAX_SIGNIFICANT_DIGITS } from '../answer/number-text.js';
import type { Question } from '../question-set/question-set.js';
import { parseRule, walk } from './rule-language.js';
import { evaluateRule, type CompiledRule } from './rule.js';

/** Most sheets tried for one question, partly filled ones included. Beyond it the question counts as reachable. */
export const MAX_ASSIGNMENTS = 20_000;
/** Most sheets tried for a whole set, a long rule counting as several: a draft is checked while its designer waits. */
export const MAX_ASSIGNMENTS_PER_SET = 60_000;
/** Most options of a MULTI_CHOICE question that all combinations are tried of. */
const MAX_OPTIONS = 12;
/** Most questions that decide, directly or not, whether one is shown. */
const MAX_DEPENDENCIES = 50;

/** Characters of a rule that count as one sheet tried. */
const LENGTH_OF_ONE = 200;
/** Numbers of this size and above are no answers. */
const MAX_NUMBER = 1e15;

/** How a rule uses one question. */
interface Use {
  readonly literals: Set<string | number>;
  /** Whether all uses compare the answer as it is with literals, so that values between two of them are alike. */
  compared: boolean;
}

/** A question that decides visibility, with one value for each group of values that no rule can tell apart. */
interface Choice {
  readonly question: Question;
  readonly values: readonly (AnswerValue | undefined)[];
}

/**
 * Finds the questions that no sheet shows: whose `visibleIf` no answers make true, be it by itself, together with the rules
 * that decide whether the questions it refers to are shown, or because one of these is itself never shown.
 * The search is exhaustive over levels that are offered, yes and no, options, missing codes, no answer, and the numbers and
 * texts between those that the rules name. Not reported, because not searched: rules that reckon with a number, look into a
 * text or count more than 12 options; and what takes more sheets, or hangs on more questions, than the bounds above.
 * @param questions in the order of the sheet
 * @param ruleOf the visibleIf of a question, which looks back only; undefined for a question without (a sound) one
 * @returns codes of the questions, each with the first question that it depends on and that is never shown itself
 *   (undefined when the rule alone is the cause). Nothing is reported wrongly. Total: never throws.
 */
export function neverVisible(
  questions: readonly Question[],
  ruleOf: (question: Question) => CompiledRule | undefined,
): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  const search = new Search(questions, ruleOf, found);
  const verdicts = new Map<CompiledRule, boolean>();
  for (const question of questions) {
    const rule = ruleOf(question);
    if (rule === undefined) continue;
    // The cells of a grid share one rule.
    const isNever = verdicts.get(rule) ?? search.isNever(rule);
    verdicts.set(rule, isNever);
    if (isNever)
      found.set(
        question.code,
        rule.references.find((code) => found.has(code)),
      );
  }
  return found;
}

class Search {
  private readonly byCode: ReadonlyMap<string, Question>;
  private readonly uses = new Map<CompiledRule, ReadonlyMap<string, Use>>();
  private left = MAX_ASSIGNMENTS_PER_SET;

  constructor(
    questions: readonly Question[],
    private readonly ruleOf: (question: Question) => CompiledRule | undefined,
    private readonly never: ReadonlyMap<string, unknown>,
  ) {
    this.byCode = new Map(questions.map((question) => [question.code, question]));
  }

  /** First the rule by itself, which is cheap and often enough; then with the rules of what it depends on. */
  isNever(rule: CompiledRule): boolean {
    const alone = this.isSatisfiable(rule, rule.references, () => undefined);
    if (alone !== true) return alone === false;
    const all = this.dependenciesOf(rule);
    return (
      all.some((code) => this.ruleAt(code) !== undefined) &&
      this.isSatisfiable(rule, all, (code) => this.ruleAt(code)) === false
    );
  }

  private ruleAt(code: string): CompiledRule | undefined {
    const question = this.byCode.get(code);
    return question === undefined ? undefined : this.ruleOf(question);
  }

  private dependenciesOf(rule: CompiledRule): readonly string[] {
    const known = new Set<string>();
    const open = [...rule.references];
    for (let code = open.pop(); code !== undefined; code = open.pop()) {
      if (known.has(code)) continue;
      if (known.size > MAX_DEPENDENCIES) break;
      known.add(code);
      open.push(...(this.ruleAt(code)?.references ?? []));
    }
    return [...known];
  }

  /** @returns undefined where the search gives up */
  private isSatisfiable(
    target: CompiledRule,
    codes: readonly string[],
    ruleAt: (code: string) => CompiledRule | undefined,
  ): boolean | undefined {
    if (codes.length > MAX_DEPENDENCIES || this.left < 0) return undefined;
    const rules = [target, ...codes.map(ruleAt).filter((rule) => rule !== undefined)];
    const choices: Choice[] = [];
    for (const code of codes) {
      const question = this.byCode.get(code);
      if (question === undefined) return undefined;
      const values = this.never.has(code) ? [] : valuesOf(question, this.useOf(code, rules));
      if (values === null) return undefined;
      choices.push({ question, values: [...values, undefined] });
    }
    // Rules look back: a question's own visibility is settled by those before it.
    choices.sort((a, b) => a.question.position - b.question.position);
    const answers = new Map<string, AnswerValue>();
    const answerOf = (code: string): AnswerValue | undefined => answers.get(code);
    const cost = 1 + Math.floor(target.text.length / LENGTH_OF_ONE);
    let tried = 0;
    const fill = (index: number): boolean | undefined => {
      tried += 1;
      this.left -= cost;
      if (tried > MAX_ASSIGNMENTS || this.left < 0) return undefined;
      const choice = choices[index];
      if (choice === undefined) return evaluateRule(target, answerOf);
      const { code } = choice.question;
      const rule = ruleAt(code);
      const isShown = rule === undefined || evaluateRule(rule, answerOf);
      for (const value of isShown ? choice.values : [undefined]) {
        if (value === undefined) answers.delete(code);
        else answers.set(code, value);
        const outcome = fill(index + 1);
        if (outcome !== false) return outcome;
      }
      answers.delete(code);
      return false;
    };
    return fill(0);
  }

  private useOf(code: string, rules: readonly CompiledRule[]): Use {
    const all: Use = { literals: new Set(), compared: true };
    for (const rule of rules) {
      let uses = this.uses.get(rule);
      if (uses === undefined) this.uses.set(rule, (uses = usesIn(rule)));
      const use = uses.get(code);
      for (const literal of use?.literals ?? []) all.literals.add(literal);
      if (use?.compared === false) all.compared = false;
    }
    return all;
  }
}

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);

function usesIn({ text }: CompiledRule): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  const useOf = (code: string): Use => {
    const known = uses.get(code) ?? { literals: new Set(), compared: true };
    uses.set(code, known);
    return known;
  };
  const settled = new Set<ASTNode>();
  walk(parseRule(text), (node) => {
    if (COMPARISONS.has(node.op)) {
      const [left, right] = node.args as readonly [ASTNode, ASTNode]; // every comparison has two operands
      settle(left, right);
      settle(right, left);
    }
    const code = answerIn(node);
    if (code !== null && !settled.has(node)) useOf(code).compared = false;
  });
  return uses;

  /** A node is visited after the comparison that it is part of. */
  function settle(operand: ASTNode, other: ASTNode): void {
    const code = answerIn(operand);
    const literals = code === null ? null : literalsIn(other);
    if (code === null || literals === null) return;
    settled.add(operand);
    for (const literal of literals) useOf(code).literals.add(literal);
  }
}

function answerIn(node: ASTNode): string | null {
  if (node.op !== 'call' || node.args[0] !== 'answer') return null;
  const code = node.args[1][0]?.args;
  return typeof code === 'string' ? code : null;
}

/** Texts and numbers that an operand is, or lists; null for anything that is worked out or read. */
function literalsIn(node: ASTNode): readonly (string | number)[] | null {
  if (node.op === 'list') {
    const all = node.args.map(literalsIn);
    return all.some((part) => part === null) ? null : all.flatMap((part) => part ?? []);
  }
  if (node.op === '-_') return literalsIn(node.args)?.map((literal) => -Number(literal)) ?? null;
  if (node.op !== 'value') return null;
  const value: unknown = node.args;
  if (typeof value === 'string' || typeof value === 'number') return [value];
  return typeof value === 'boolean' ? [] : null;
}

/**
 * One value for each group of values that rules with these uses cannot tell apart, all of them valid answers.
 * @returns null where the groups are not known
 */
function valuesOf(question: Question, { literals, compared }: Use): readonly AnswerValue[] | null {
  const values = plainValuesOf(question, literals, compared);
  if (values === null) return null;
  // No rule sees which missing code was chosen.
  const missing = question.scale.missing[0];
  return [
    ...values.flatMap((value) => acceptedOf(question, value) ?? []),
    ...(missing === undefined ? [] : [{ kind: 'MISSING', missing: missing.code } as const]),
  ];
}

/** A value as it would be stored; undefined where the question does not take it. */
function acceptedOf(question: Question, value: AnswerValue): AnswerValue | undefined {
  const checked = checkAnswer(question, value);
  return checked.ok ? checked.value : undefined;
}

function plainValuesOf(
  question: Question,
  literals: ReadonlySet<string | number>,
  compared: boolean,
): readonly AnswerValue[] | null {
  const offered = question.scale.levels.filter(({ archived }) => archived !== true).map(({ code }) => code);
  const named = offered.filter((code) => literals.has(code));
  const unnamed = offered.filter((code) => !literals.has(code));
  const told = compared ? [...named, ...unnamed.slice(0, 1)] : offered;
  switch (question.type) {
    case 'SCALE':
    case 'CHOICE':
      return told.map((level) => ({ kind: 'LEVEL', level }));
    case 'BOOLEAN':
      return [true, false].map((boolean) => ({ kind: 'BOOLEAN', boolean }));
    case 'MULTI_CHOICE':
      return told.length > MAX_OPTIONS ? null : combinationsOf(told).map((levels) => ({ kind: 'LEVELS', levels }));
    case 'TEXT':
      return compared ? textsBeside(literals, question) : null;
    case 'NUMBER':
      return compared
        ? numbersBetween(
            [...literals].filter((literal) => typeof literal === 'number'),
            question,
          ).map((number) => ({ kind: 'NUMBER', number }))
        : null;
  }
}

/** All choices of at least one option. */
const combinationsOf = (options: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: 2 ** options.length - 1 }, (_, index) =>
    options.filter((_option, bit) => ((index + 1) >> bit) % 2 === 1),
  );

/**
 * The texts that rules name, and others in every place of the order of texts: before, behind and between them.
 * Texts are ordered as CEL orders them, by code unit; behind a text comes at once the same with a tab added, the lowest
 * character that an answer may have.
 * @returns null where a rule names a text that no answer can be, so that the order beside it is not known
 */
function textsBeside(literals: ReadonlySet<string | number>, question: Question): readonly AnswerValue[] | null {
  const named = [...literals].filter((literal) => typeof literal === 'string').filter((text) => text !== '');
  const isWritable = (text: string): boolean =>
    !text.includes('\r') && acceptedOf(question, { kind: 'TEXT', text }) !== undefined;
  if (!named.every(isWritable)) return null;
  return ['\t', 'a', ...named, ...named.map((text) => `${text}\t`)].map((text) => ({ kind: 'TEXT', text }));
}

/**
 * The numbers that rules name and the question's limits, and on both sides of each the next one that an answer can be: a
 * multiple of the question's step of at most 15 significant digits.
 */
function numbersBetween(literals: readonly number[], { min, max, decimals }: Question): readonly number[] {
  const places = decimals !== undefined && decimals >= 0 && decimals < DEFAULT_DECIMALS ? decimals : DEFAULT_DECIMALS;
  const cuts = [0, ...literals, min, max].filter((cut) => cut !== undefined).filter(Number.isFinite);
  const values = new Set<number>(cuts);
  for (const cut of cuts) {
    const near = Math.abs(cut) < MAX_NUMBER ? Number(cut.toFixed(places)) : cut;
    const digit = cut === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(cut))) + 1 - MAX_SIGNIFICANT_DIGITS);
    for (const step of [0, 10 ** -places, digit, 1])
      for (const value of [near - step, near + step]) values.add(Number(value.toPrecision(MAX_SIGNIFICANT_DIGITS)));
  }
  return [...values];
}
