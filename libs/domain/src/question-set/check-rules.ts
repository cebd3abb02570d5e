import type { CompiledRule, RuleScope } from '../rule/rule.js';
import { compileRule } from '../rule/rule.js';
import { neverVisible } from '../rule/reachability.js';
import { checkText } from './check-texts.js';
import { prepareQuestionSet } from './expand-questions.js';
import { worded, type DocumentPath, type FaultList } from './question-set-fault.js';
import type { Question, QuestionDefinition, QuestionSet, QuestionSetDocument } from './question-set.js';

/** Rules that decide what a sheet asks: they look back only, and at this sheet only. */
const ASKING = ['visibleIf', 'requiredIf'] as const;
/** Checks of what was answered: they may refer to any question, also to the own one, and to last round's answers. */
const CHECKS = ['valid', 'plausible'] as const;

interface WrittenRule {
  readonly field: (typeof ASKING)[number];
  /** Code of the question that carries the rule: for a grid the grid's own. */
  readonly owner: string;
  /** Position of the owner's first question. */
  readonly position: number;
  readonly path: DocumentPath;
  readonly rule: CompiledRule;
}

/**
 * Checks all rules of a document: syntax, types, questions and levels they name, the messages of checks, the order of what
 * decides visibility, and that every question can become visible. visibleIf and requiredIf may look back only: a sheet is then
 * decided in one pass from top to bottom, and no circle is possible. What `previous()` names is checked against earlier sets
 * by `checkPreviousAnswers`.
 */
export function checkRules(list: FaultList, document: QuestionSetDocument): void {
  const { questions, byCode } = prepareQuestionSet('', document);
  const firstOf = new Map<string, Question>();
  for (const question of questions) {
    const written = question.grid?.code ?? question.code;
    if (!firstOf.has(written)) firstOf.set(written, question);
  }
  const rules: WrittenRule[] = [];
  const paths = new Map<string, DocumentPath>();
  document.sections.forEach((section, index) => {
    section.questions.forEach((definition, position) => {
      const path: DocumentPath = ['sections', index, 'questions', position];
      checkChecks(list, definition, byCode, path);
      const first = firstOf.get(definition.code);
      if (first === undefined) return;
      paths.set(definition.code, path);
      rules.push(...checkAsking(list, definition, first.position, byCode, path));
    });
  });
  checkOrder(list, rules, byCode);
  checkReachable(list, rules, questions, byCode, paths);
}

/** @returns the compiled rule, or undefined with its faults added to the list */
function compiled(
  list: FaultList,
  text: string,
  questions: ReadonlyMap<string, Question>,
  scope: RuleScope,
  path: DocumentPath,
): CompiledRule | undefined {
  const result = compileRule(text, questions, scope);
  if (result.ok) return result.value;
  for (const { reason, parameters, line, column } of result.errors)
    list.faults.push({ ...worded(reason, path, parameters), line, column });
  return undefined;
}

function checkAsking(
  list: FaultList,
  definition: QuestionDefinition,
  position: number,
  questions: ReadonlyMap<string, Question>,
  path: DocumentPath,
): readonly WrittenRule[] {
  return ASKING.flatMap((field) => {
    const text = definition[field];
    if (text === undefined) return [];
    const at = [...path, field];
    const rule = compiled(list, text, questions, { previous: false }, at);
    return rule === undefined ? [] : [{ field, owner: definition.code, position, path: at, rule }];
  });
}

function checkChecks(
  list: FaultList,
  definition: QuestionDefinition,
  questions: ReadonlyMap<string, Question>,
  path: DocumentPath,
): void {
  for (const field of CHECKS) {
    const check = definition[field];
    if (check === undefined) continue;
    compiled(list, check.rule, questions, {}, [...path, field, 'rule']);
    checkText(list, check.message, [...path, field, 'message']);
  }
}

/**
 * Checks what the checks of a document read of last round's answers, against the sets that were asked before: a question that
 * none of them asks, a level that its scale lacked, a question that was of another type. For the publish gate: a draft may be
 * saved before its predecessor is known.
 * @param earlier the template's published sets in any order, those of the same or a later year being ignored; each question
 *   counts as it was last asked
 */
export function checkPreviousAnswers(
  list: FaultList,
  document: QuestionSetDocument,
  earlier: readonly QuestionSet[],
): void {
  const { byCode } = prepareQuestionSet('', document);
  const inOrder = earlier
    .filter(({ year }) => year < document.year)
    .sort((a, b) => a.year - b.year || a.revision - b.revision);
  const known = new Map(inOrder.flatMap(({ questions }) => questions.map((question) => [question.code, question])));
  document.sections.forEach((section, index) => {
    section.questions.forEach((definition, position) => {
      for (const field of CHECKS) {
        const text = definition[field]?.rule;
        // What is wrong without the earlier sets has been said by checkRules.
        if (text === undefined || !compileRule(text, byCode).ok) continue;
        compiled(list, text, byCode, { earlier: known }, ['sections', index, 'questions', position, field, 'rule']);
      }
    });
  });
}

const writtenAs = (questions: ReadonlyMap<string, Question>, code: string): string =>
  questions.get(code)?.grid?.code ?? code;

/** Whether a rule refers to questions before its own alone. */
const looksBack = ({ owner, position, rule }: WrittenRule, questions: ReadonlyMap<string, Question>): boolean =>
  rule.references.every((code) => {
    const referred = questions.get(code);
    return referred === undefined || (referred.position < position && writtenAs(questions, code) !== owner);
  });

function checkOrder(list: FaultList, rules: readonly WrittenRule[], questions: ReadonlyMap<string, Question>): void {
  const edges = new Map<string, Set<string>>();
  for (const { owner, rule } of rules) {
    const targets = edges.get(owner) ?? new Set();
    for (const reference of rule.references) targets.add(writtenAs(questions, reference));
    edges.set(owner, targets);
  }
  const leadsBack = (from: string, owner: string): boolean => {
    const seen = new Set<string>();
    const open = [from];
    for (let code = open.pop(); code !== undefined; code = open.pop()) {
      if (code === owner) return true;
      if (seen.has(code)) continue;
      seen.add(code);
      open.push(...(edges.get(code) ?? []));
    }
    return false;
  };
  for (const { owner, position, path, rule } of rules) {
    for (const reference of rule.references) {
      const referred = questions.get(reference);
      const written = writtenAs(questions, reference);
      if (referred === undefined || (referred.position < position && written !== owner)) continue;
      // A reference forward that leads back in a circle is named as what it is; any other is only in the wrong place.
      const isCircle = leadsBack(written, owner);
      list.add(isCircle ? 'RULE_CIRCLE' : 'RULE_AHEAD', path, { question: owner, other: reference });
    }
  }
}

/** A rule with a fault counts as absent: it is reported as what it is, and what hangs on it is not called unreachable. */
function checkReachable(
  list: FaultList,
  rules: readonly WrittenRule[],
  questions: readonly Question[],
  byCode: ReadonlyMap<string, Question>,
  paths: ReadonlyMap<string, DocumentPath>,
): void {
  const sound = new Map<string, CompiledRule>();
  for (const written of rules)
    if (written.field === 'visibleIf' && looksBack(written, byCode)) sound.set(written.owner, written.rule);
  // Where two questions share a code, a fault of its own, which of them a rule means is not known.
  if (sound.size === 0 || byCode.size < questions.length) return;
  const found = neverVisible(questions, (question) => sound.get(question.grid?.code ?? question.code));
  const reported = new Set<string>();
  for (const [code, cause] of found) {
    const owner = writtenAs(byCode, code);
    if (reported.has(owner)) continue;
    reported.add(owner);
    const at = [...(paths.get(owner) ?? []), 'visibleIf'];
    if (cause === undefined) list.add('NEVER_TRUE', at, { question: owner });
    else list.add('NEVER_REACHED', at, { question: owner, other: cause });
  }
}
