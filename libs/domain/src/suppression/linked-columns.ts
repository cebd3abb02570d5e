import { columnKeysOf, conditionsOf } from './released-views.js';
import type { ReleaseInput, SuppressionRules } from './suppression.types.js';

const questionOf = (key: string): string => key.split('|')[0] ?? key;

/**
 * Columns that tell of each other, and are therefore planned together: the options of a question share their reasons, and
 * whether a question was shown tells what was answered to those that its rules ask for.
 * @param release the one planned, whose columns are returned
 * @param earlier their questions' rules count too
 * @returns the keys of all columns but texts, each once
 */
export function linkedColumns(
  release: ReleaseInput,
  earlier: readonly ReleaseInput[],
  { dependence }: SuppressionRules,
): readonly (readonly string[])[] {
  const keys = columnKeysOf(release);
  const parents = new Map<string, string>();
  const rootOf = (code: string): string => {
    const parent = parents.get(code);
    return parent === undefined ? code : rootOf(parent);
  };
  const link = (a: string, b: string): void => {
    const [first, second] = [rootOf(a), rootOf(b)];
    if (first !== second) parents.set(second, first);
  };
  if (dependence)
    for (const { rounds } of [release, ...earlier])
      for (const round of rounds)
        for (const { code } of round.questionSet.questions)
          for (const condition of conditionsOf(round, code)) link(condition, code);
  const linked = new Map<string, string[]>();
  for (const key of keys) {
    const root = rootOf(questionOf(key));
    const group = linked.get(root);
    if (group === undefined) linked.set(root, [key]);
    else group.push(key);
  }
  return [...linked.values()];
}
