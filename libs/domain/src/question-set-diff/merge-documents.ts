import { canonicalJson } from '../question-set/canonical-json.js';
import type { QuestionSetDocument } from '../question-set/question-set.js';
import {
  ancestorsOf,
  documentOf,
  fieldKey,
  fieldPath,
  fieldsOf,
  isOrder,
  sectionKeyOf,
  type DocumentFields,
} from './document-fields.js';

/** One field that two documents say differently. */
export interface FieldDifference {
  /** E.g. `['questions', 'staff', 'text', 'de']` or `['scales', 'challenge', 'levels', 'order']`. */
  readonly path: readonly string[];
  /** As canonical JSON; null = not there. A thing of a list is `true`. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A field that two designers have changed to different values. */
export interface FieldConflict {
  readonly path: readonly string[];
  /** As canonical JSON; null = not there, or deleted. */
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

export interface MergedDocument {
  readonly document: QuestionSetDocument;
  /** Fields in which the other designer's edits were taken over. */
  readonly merged: readonly (readonly string[])[];
}

const textOf = (value: unknown): string | null => (value === undefined ? null : canonicalJson(value));

/** Every field in which two documents differ, by path. Total: never throws. */
export function changedFields(from: QuestionSetDocument, to: QuestionSetDocument): readonly FieldDifference[] {
  const [before, after] = [fieldsOf(from), fieldsOf(to)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key) => {
    const [was, is] = [textOf(before.get(key)), textOf(after.get(key))];
    return was === is ? [] : [{ path: fieldPath(key), from: was, to: is }];
  });
}

/**
 * Merges two orders of a list: what stands in both keeps the order of whoever changed it, what one added follows its
 * neighbour, what one removed is gone. It does not matter who saves first.
 * @returns null where both put the same things into different orders
 */
function mergedOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] | null {
  const common = (list: readonly string[]): readonly string[] =>
    list.filter((code) => base.includes(code) && mine.includes(code) && theirs.includes(code));
  const [orderBase, orderMine, orderTheirs] = [common(base), common(mine), common(theirs)].map((list) =>
    list.join('\n'),
  );
  const [iMoved, theyMoved] = [orderMine !== orderBase, orderTheirs !== orderBase];
  if (iMoved && theyMoved && orderMine !== orderTheirs) return null;
  // Where both or neither moved anything, either may lead, but the same one whichever is called mine.
  const leads = iMoved === theyMoved ? mine.join('\n') <= theirs.join('\n') : iMoved;
  const [leading, other] = leads ? [mine, theirs] : [theirs, mine];
  const isGone = (code: string): boolean => base.includes(code) && !(mine.includes(code) && theirs.includes(code));
  const merged = leading.filter((code) => !isGone(code));
  other.forEach((code, index) => {
    if (isGone(code) || merged.includes(code)) return;
    const neighbour = other.slice(0, index).findLast((earlier) => merged.includes(earlier));
    merged.splice(neighbour === undefined ? 0 : merged.indexOf(neighbour) + 1, 0, code);
  });
  return merged;
}

/**
 * Merges what two designers made of one draft, field by field, by identity: questions, sections, scales and levels by their
 * codes. Edits of different fields never conflict; neither do equal edits of one field.
 * @param base the document both of them read
 * @param mine the document of the one who saves now; year and revision are taken from it
 * @param theirs the document that was saved in the meantime
 * @returns the merged document with the fields taken over from `theirs`, or every field that both changed differently.
 *   One who deletes a thing that the other edits is a conflict, too. Whether the document is without faults remains to be
 *   checked. Total: never throws.
 */
export function mergeDocuments(
  base: QuestionSetDocument,
  mine: QuestionSetDocument,
  theirs: QuestionSetDocument,
):
  | { readonly ok: true; readonly value: MergedDocument }
  | { readonly ok: false; readonly errors: readonly FieldConflict[] } {
  const [before, own, other] = [fieldsOf(base), fieldsOf(mine), fieldsOf(theirs)];
  const { merged, taken, conflicts } = mergeFields(before, own, other);
  if (conflicts.length > 0)
    return {
      ok: false,
      errors: conflicts.map((key) => ({
        path: fieldPath(key),
        base: textOf(before.get(key)),
        mine: textOf(own.get(key)),
        theirs: textOf(other.get(key)),
      })),
    };
  return { ok: true, value: { document: documentOf(mine, merged), merged: taken.map(fieldPath) } };
}

/** The same of documents taken apart: keys of the merged fields, of those taken over, and of those that contradict. */
export function mergeFields(
  before: DocumentFields,
  own: DocumentFields,
  other: DocumentFields,
): {
  readonly merged: DocumentFields;
  readonly taken: readonly string[];
  readonly conflicts: readonly string[];
} {
  const merged = new Map<string, unknown>();
  const taken: string[] = [];
  const conflicts = new Set<string>();
  for (const key of new Set([...own.keys(), ...other.keys(), ...before.keys()])) {
    const [was, my, their] = [before, own, other].map((fields) => textOf(fields.get(key)));
    let value = own.get(key);
    if (my !== their && was === my) {
      value = other.get(key);
      taken.push(key);
    } else if (my !== their && was !== their) {
      const lists = [before, own, other].map((fields) => fields.get(key)) as (readonly string[] | undefined)[];
      const order =
        isOrder(key) && lists[1] !== undefined && lists[2] !== undefined
          ? mergedOrder(lists[0] ?? [], lists[1], lists[2])
          : null;
      if (order === null) conflicts.add(key);
      else taken.push(key);
      value = order ?? value;
    }
    if (value !== undefined) merged.set(key, value);
  }
  // An edit of something that is gone would vanish with it.
  for (const key of merged.keys())
    for (const ancestor of ancestorsOf(key))
      if (before.get(ancestor) === true && !merged.has(ancestor)) conflicts.add(isOrder(key) ? ancestor : key);
  for (const question of [...merged.keys()]
    .map(fieldPath)
    .filter((path) => path[0] === 'questions' && path.length === 2)) {
    const key = sectionKeyOf(question[1]!);
    if (!merged.has(fieldKey('sections', String(merged.get(key))))) conflicts.add(key);
  }
  return { merged, taken: taken.sort(), conflicts: [...conflicts].sort() };
}
