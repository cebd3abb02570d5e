import { compileRule } from '../rule/rule.js';
import { prepareQuestionSet } from './expand-questions.js';
import type { DocumentPath, FaultList } from './question-set-fault.js';
import type { Question, QuestionDefinition, QuestionSetDocument } from './question-set.js';

const RULES = ['visibleIf', 'requiredIf'] as const;

interface WrittenRule {
  /** Code of the question that carries the rule: for a grid the grid's own. */
  readonly owner: string;
  /** Position of the owner's first question. */
  readonly position: number;
  readonly path: DocumentPath;
  readonly references: readonly string[];
}

/**
 * Checks all rules of a document: syntax, types, questions and levels they name, and their order. A rule may look back only:
 * a sheet is then decided in one pass from top to bottom, and no circle is possible.
 */
export function checkRules(list: FaultList, document: QuestionSetDocument): void {
  const { questions, byCode } = prepareQuestionSet('', document);
  const firstOf = new Map<string, Question>();
  for (const question of questions) {
    const written = question.grid?.code ?? question.code;
    if (!firstOf.has(written)) firstOf.set(written, question);
  }
  const rules: WrittenRule[] = [];
  document.sections.forEach((section, index) => {
    section.questions.forEach((definition, position) => {
      const path: DocumentPath = ['sections', index, 'questions', position];
      const first = firstOf.get(definition.code);
      if (first !== undefined) rules.push(...checkRulesOf(list, definition, first.position, byCode, path));
    });
  });
  checkOrder(list, rules, byCode);
}

function checkRulesOf(
  list: FaultList,
  definition: QuestionDefinition,
  position: number,
  questions: ReadonlyMap<string, Question>,
  path: DocumentPath,
): readonly WrittenRule[] {
  const rules: WrittenRule[] = [];
  for (const field of RULES) {
    const text = definition[field];
    if (text === undefined) continue;
    const at = [...path, field];
    const compiled = compileRule(text, questions);
    if (compiled.ok) rules.push({ owner: definition.code, position, path: at, references: compiled.value.references });
    else
      for (const { code, message, line, column } of compiled.errors)
        list.faults.push({ code, path: at, message, line, column });
  }
  return rules;
}

function checkOrder(list: FaultList, rules: readonly WrittenRule[], questions: ReadonlyMap<string, Question>): void {
  const writtenAs = (code: string): string => questions.get(code)?.grid?.code ?? code;
  const edges = new Map<string, Set<string>>();
  for (const { owner, references } of rules) {
    const targets = edges.get(owner) ?? new Set();
    for (const reference of references) targets.add(writtenAs(reference));
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
  for (const { owner, position, path, references } of rules) {
    for (const reference of references) {
      const referred = questions.get(reference);
      if (referred === undefined || (referred.position < position && writtenAs(reference) !== owner)) continue;
      // A reference forward that leads back in a circle is named as what it is; any other is only in the wrong place.
      if (leadsBack(writtenAs(reference), owner))
        list.add(
          'RULE_CYCLE',
          path,
          `The rule of "${owner}" depends on "${reference}", which depends on "${owner}".`,
          'earlier questions',
        );
      else
        list.add(
          'RULE_ORDER',
          path,
          `The rule of "${owner}" refers to "${reference}", which is asked later.`,
          'earlier questions',
        );
    }
  }
}
