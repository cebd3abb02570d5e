import { createHash } from 'node:crypto';

/** What can be done to one municipality's sheet. */
export const SHEET_ACTS = [
  'SAVE_ANSWER',
  'SUBMIT',
  'RETURN',
  'ACCEPT',
  'OPEN_QUERY',
  'ANSWER_QUERY',
  'CLOSE_QUERY',
  'EXTEND',
  'ASSIGN_SECTION',
  'MARK_SECTION',
  'COMMENT_SECTION',
  'INVITE',
] as const;
export type SheetAct = (typeof SHEET_ACTS)[number];

/** What can be done to a study, and is not about one sheet. */
export const STUDY_ACTS = [
  'IMPORT',
  'PLAN_ROUND',
  'OPEN_ROUND',
  'CLOSE_ROUND',
  'MOVE_WINDOW',
  'CORRECT_ROUND',
  'CHANGE_PANEL',
  'SET_DISCLOSURE',
  'TAKE_FREEZE',
  'RELEASE_FREEZE',
  'CHANGE_PERSON',
  'SAVE_DEPARTMENT',
  'ERASE_PERSON',
] as const;
export type StudyAct = (typeof STUDY_ACTS)[number];

/**
 * One act in a chain. Persons are pseudonyms: their names stand elsewhere and can be erased without touching the chain.
 */
export interface AuditEntry {
  /** Position in its chain, from 1 without gaps. */
  readonly number: number;
  readonly at: Date;
  /** Id of a person. */
  readonly actor: string;
  /** Role in which the person acted. */
  readonly role: string;
  /** Program the act came through, as it named itself; null where it did not. */
  readonly client: string | null;
  readonly act: SheetAct | StudyAct;
  /** What it was done to: code of a question, section, round; null = the chain's own subject. */
  readonly object: string | null;
  /** Before and after, as text; null = nothing. */
  readonly old: string | null;
  readonly new: string | null;
  readonly reason: string | null;
}

/** An entry as it is stored, with the hash of everything up to it. */
export interface ChainedEntry extends AuditEntry {
  /** SHA-256, 64 hex digits. */
  readonly hash: string;
}

/** What the first entry of a chain follows: SHA-256 over the name of the chain, so that chains cannot be exchanged. */
export const chainStart = (chain: string): string =>
  createHash('sha256').update(`reflexbogen-audit/1\n${chain}\n`).digest('hex');

/**
 * Hash of an entry: SHA-256 in hex over the previous hash, a line feed and a JSON array of the entry's fields in the order
 * number, at (ISO 8601 with milliseconds, UTC), actor, role, client, act, object, old, new, reason.
 */
export function entryHash(previous: string, entry: AuditEntry): string {
  const { number, at, actor, role, client, act, object, reason } = entry;
  const fields = [number, at.toISOString(), actor, role, client, act, object, entry.old, entry.new, reason];
  return createHash('sha256')
    .update(`${previous}\n${JSON.stringify(fields)}`)
    .digest('hex');
}

/** The end of a chain: how many entries it has and the hash of the last one. */
export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** Appends entries to a chain. */
export function chain(
  head: ChainHead,
  entries: readonly Omit<AuditEntry, 'number'>[],
): { readonly head: ChainHead; readonly entries: readonly ChainedEntry[] } {
  let { number, hash } = head;
  const chained = entries.map((entry): ChainedEntry => {
    number += 1;
    const numbered = { ...entry, number };
    hash = entryHash(hash, numbered);
    return { ...numbered, hash };
  });
  return { head: { number, hash }, entries: chained };
}

/** What is wrong with a chain, at the first place where something is. */
export interface ChainFault {
  readonly kind: 'MISSING' | 'REORDERED' | 'CHANGED' | 'TRUNCATED';
  /** Number of the entry. */
  readonly number: number;
  readonly message: string;
}

/**
 * Checks a chain entry by entry, in the order of their numbers.
 * @param name of the chain, as `chainStart` got it
 * @param expected the head that was written down elsewhere, e.g. in a signed checkpoint or beside the chain; the chain may
 *   be longer than a checkpoint, never shorter, and has to agree with it at its number
 */
export function verifyChain(
  name: string,
  entries: readonly ChainedEntry[],
  expected: readonly ChainHead[] = [],
): ChainFault | null {
  let hash = chainStart(name);
  const wanted = new Map(expected.map((head) => [head.number, head.hash]));
  let position = 0;
  for (const entry of entries) {
    position += 1;
    if (entry.number > position) return { kind: 'MISSING', number: position, message: `Entry ${position} is missing.` };
    if (entry.number < position)
      return { kind: 'REORDERED', number: entry.number, message: `Entry ${entry.number} stands at place ${position}.` };
    hash = entryHash(hash, entry);
    if (hash !== entry.hash)
      return { kind: 'CHANGED', number: position, message: `Entry ${position} is not what was written.` };
    const head = wanted.get(position);
    if (head !== undefined && head !== hash)
      return { kind: 'CHANGED', number: position, message: `Up to entry ${position} it is not what was signed.` };
  }
  const longest = Math.max(0, ...wanted.keys());
  if (longest > position)
    return {
      kind: 'TRUNCATED',
      number: position + 1,
      message: `It ends at entry ${position}; ${longest} were written.`,
    };
  return null;
}
