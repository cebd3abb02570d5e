import { canonicalJson } from '../question-set/canonical-json.js';
import type { QuestionSetDocument } from '../question-set/question-set.js';
import {
  ancestorsOf,
  documentOf,
  fieldKey,
  fieldPath,
  fieldsOf,
  sectionKeyOf,
  type DocumentFields,
} from './document-fields.js';
import { mergeFields } from './merge-documents.js';

/** Something that two designers have left in two ways, as one decision. */
export interface Dispute {
  /** Names the decision: the path, joined. */
  readonly id: string;
  /** Of the field; of the whole thing where one deleted what the other edited. */
  readonly path: readonly string[];
  /** As canonical JSON; null = not there, or deleted. Of a whole thing: `true` where it is there. */
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

export type Whose = 'MINE' | 'THEIRS';

const textOf = (value: unknown): string | null => (value === undefined ? null : canonicalJson(value));
const idOf = (key: string): string => fieldPath(key).join(' / ');

/** What has to be decided before two documents merge. Total: never throws. */
export function disputesOf(
  base: QuestionSetDocument,
  mine: QuestionSetDocument,
  theirs: QuestionSetDocument,
): readonly Dispute[] {
  const [before, own, other] = [fieldsOf(base), fieldsOf(mine), fieldsOf(theirs)];
  const { conflicts } = mergeFields(before, own, other);
  return [...new Set(conflicts.map((key) => thingOf(key, before, own, other)))].sort().map((key) => ({
    id: idOf(key),
    path: fieldPath(key),
    base: textOf(before.get(key)),
    mine: textOf(own.get(key)),
    theirs: textOf(other.get(key)),
  }));
}

/**
 * Merges what two designers made of one draft, each dispute decided.
 * @param decide whose, for each of `disputesOf`
 * @returns the document to save on top of theirs. Total: never throws.
 */
export function resolveConflicts(
  base: QuestionSetDocument,
  mine: QuestionSetDocument,
  theirs: QuestionSetDocument,
  decide: (dispute: string) => Whose,
): QuestionSetDocument {
  const [before, own, other] = [new Map(fieldsOf(base)), new Map(fieldsOf(mine)), fieldsOf(theirs)];
  // A decision may uncover another, of a thing that is there again. A thing decided stays decided: each turn has fewer.
  for (;;) {
    const { merged, conflicts } = mergeFields(before, own, other);
    const [conflict] = conflicts;
    if (conflict === undefined) return documentOf(mine, merged);
    const thing = thingOf(conflict, before, own, other);
    const whose = decide(idOf(thing));
    for (const key of keysWith(thing, [before, own, other])) {
      // Both have read theirs now: what differs is mine alone.
      setOrDelete(before, key, other.get(key));
      if (whose === 'THEIRS') setOrDelete(own, key, other.get(key));
    }
    for (const section of sectionsWithin(thing, own)) {
      const fields = [before, own, other].flatMap((all) => [...all.keys()].filter((key) => isWithin(key, section)));
      // A question stands in a section: mine that they deleted is new, theirs that I deleted is there again.
      if (!other.has(section)) for (const key of fields) before.delete(key);
      if (!own.has(section)) for (const key of fields) setOrDelete(own, key, other.get(key));
    }
  }
}

/** What a contradiction is about: the field, or the thing or section that one of both has deleted. */
function thingOf(key: string, before: DocumentFields, own: DocumentFields, other: DocumentFields): string {
  const isGone = (thing: string): boolean => !(own.has(thing) && other.has(thing));
  const gone = [...ancestorsOf(key), key].find((one) => before.get(one) === true && isGone(one));
  return gone ?? sectionsOf(key, [own, other]).find(isGone) ?? key;
}

/** Sections that a field puts its question into, where it is the field that does so. */
const sectionsOf = (key: string, all: readonly DocumentFields[]): readonly string[] => {
  const [, question] = fieldPath(key);
  return question === undefined || key !== sectionKeyOf(question)
    ? []
    : all.flatMap((fields) => (fields.has(key) ? [fieldKey('sections', String(fields.get(key)))] : []));
};

/** Sections of the questions that a thing is or holds. */
const sectionsWithin = (thing: string, fields: DocumentFields): readonly string[] => [
  ...new Set(keysWith(thing, [fields]).flatMap((key) => sectionsOf(sectionKeyOf(fieldPath(key)[1] ?? ''), [fields]))),
];

const isWithin = (key: string, thing: string): boolean => key === thing || ancestorsOf(key).includes(thing);

/** The fields of a thing; a section has its questions with it, wherever one of the documents has them. */
function keysWith(thing: string, all: readonly DocumentFields[]): readonly string[] {
  const things = new Set([thing]);
  for (const fields of all)
    for (const key of fields.keys())
      if (sectionsOf(key, [fields]).includes(thing)) things.add(ancestorsOf(key)[0] ?? key);
  return [
    ...new Set(
      all.flatMap((fields) => [...fields.keys()].filter((key) => [...things].some((one) => isWithin(key, one)))),
    ),
  ];
}

const setOrDelete = (fields: Map<string, unknown>, key: string, value: unknown): void => {
  if (value === undefined) fields.delete(key);
  else fields.set(key, value);
};
