import type { Ledger } from './ledger.js';
import { sql } from './postgres.js';

/** An event of the sheet's history. */
export interface StoredEvent {
  readonly number: number;
  readonly at: string;
  readonly act: string;
  readonly object: string | null;
  readonly old: string | null;
  readonly new: string | null;
  readonly reason: string | null;
  readonly revision: number | null;
}

/** A sheet as the database keeps it, all of it of one instant. */
export interface SheetState {
  readonly status: string;
  readonly version: number;
  /** How many events the row of the sheet says it has. */
  readonly events: number;
  /** In the order of their numbers. */
  readonly history: readonly StoredEvent[];
  readonly answers: ReadonlyMap<string, { readonly value: string | null; readonly revision: number }>;
  /** What is kept for repetitions of saves: key of an act to what it saved. */
  readonly keys: ReadonlyMap<string, readonly { readonly question: string; readonly revision: number }[]>;
}

interface StateRow {
  status: string;
  version: number;
  events: string;
  history: StoredEvent[];
  answers: { question: string; value: string | null; revision: number }[];
  keys: { key: string; saved: { question: string; revision: number }[] }[];
}

/** Database keys in the id of a response: two UUIDs, base64url. */
export function keysOf(response: string): { readonly municipalityId: string; readonly roundId: string } {
  const hex = Buffer.from(response, 'base64url').toString('hex');
  const uuid = (text: string) => text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { municipalityId: uuid(hex.slice(0, 32)), roundId: uuid(hex.slice(32)) };
}

/** Reads a sheet in one statement, and so in one snapshot. */
export async function readSheet(databaseUrl: string, response: string): Promise<SheetState> {
  const { municipalityId, roundId } = keysOf(response);
  const { rows } = await sql<StateRow>(
    databaseUrl,
    `SELECT status, version, events,
       coalesce((SELECT json_agg(json_build_object('number', number, 'at', at, 'act', act, 'object', object, 'old', old,
          'new', new, 'reason', reason, 'revision', revision) ORDER BY number) FROM sheet_event e
        WHERE e.municipality_id = r.municipality_id AND e.round_id = r.round_id), '[]') AS history,
       coalesce((SELECT json_agg(json_build_object('question', q.code, 'value', a.value, 'revision', a.revision)) FROM answer a
        JOIN question q ON q.id = a.question_id
        WHERE a.municipality_id = r.municipality_id AND a.round_id = r.round_id), '[]') AS answers,
       coalesce((SELECT json_agg(json_build_object('key', k.key, 'saved', k.result -> 'saved')) FROM idempotency_key k
        WHERE k.municipality_id = r.municipality_id AND k.result ? 'saved'), '[]') AS keys
     FROM response r WHERE municipality_id = $1 AND round_id = $2`,
    [municipalityId, roundId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('there is no such sheet in the database');
  return {
    status: row.status,
    version: row.version,
    events: Number(row.events),
    history: row.history,
    answers: new Map(row.answers.map(({ question, ...answer }) => [question, answer])),
    keys: new Map(row.keys.map(({ key, saved }) => [key, saved])),
  };
}

/** The value that an event of the history says was saved. */
export function savedValue({ new: text }: StoredEvent): string | null {
  if (text === null) return null;
  const { value } = JSON.parse(text) as { readonly value?: string };
  return value ?? null;
}

const identity = (question: string, revision: number): string => `${question} ${revision}`;

/**
 * What the sheet itself says twice and must say alike: answers, history, stored results, number of changes.
 * @returns what does not agree; empty when everything does
 */
export function disagreementsIn(state: SheetState): readonly string[] {
  const found: string[] = [];
  const saves = state.history.filter(({ act }) => act === 'SAVE_ANSWER');
  state.history.forEach(({ number }, index) => {
    if (number !== index + 1) found.push(`event ${index + 1} of the history has the number ${number}`);
  });
  if (state.events !== state.history.length)
    found.push(`the sheet counts ${state.events} events, its history has ${state.history.length}`);
  const revisions = new Map<string, number>();
  const lastValue = new Map<string, string | null>();
  for (const event of saves) {
    const question = event.object ?? '';
    const expected = (revisions.get(question) ?? 0) + 1;
    if (event.revision !== expected) found.push(`${question}: revision ${event.revision} follows ${expected - 1}`);
    revisions.set(question, event.revision ?? 0);
    lastValue.set(question, savedValue(event));
  }
  for (const [question, { value, revision }] of state.answers)
    if (revisions.get(question) !== revision || lastValue.get(question) !== value)
      found.push(`${question}: "${value}" at ${revision}, the history ends with "${lastValue.get(question)}"`);
  for (const question of revisions.keys())
    if (!state.answers.has(question)) found.push(`${question} has a history and no answer`);
  const remembered = [...state.keys.values()].flat().map(({ question, revision }) => identity(question, revision));
  const recorded = new Set(saves.map(({ object, revision }) => identity(object ?? '', revision ?? 0)));
  if (new Set(remembered).size !== remembered.length) found.push('two acts are said to have saved the same revision');
  if (remembered.length !== recorded.size || remembered.some((saved) => !recorded.has(saved)))
    found.push(`results of acts name ${remembered.length} saves, the history has ${recorded.size}`);
  return found;
}

/** How many acts of saving have had an effect, by the results kept for them. */
export const effectiveActs = (state: SheetState): number =>
  [...state.keys.values()].filter((saved) => saved.length > 0).length;

/** A sheet beside what its editors remember. */
export interface Findings {
  readonly acknowledged: number;
  /** Acknowledged and not there any more. */
  readonly lost: readonly string[];
  /** Acts of which a part is there. */
  readonly halfApplied: readonly string[];
  /** Everything else that does not agree. */
  readonly disagreements: readonly string[];
}

/**
 * Compares a sheet with the ledger of its editors.
 * @param groups questions that are always saved together, by one editor each
 */
export function compareWithLedger(
  state: SheetState,
  ledger: Ledger,
  groups: readonly (readonly string[])[] = [],
): Findings {
  const recorded = new Map(
    state.history
      .filter(({ act }) => act === 'SAVE_ANSWER')
      .map((event) => [identity(event.object ?? '', event.revision ?? 0), savedValue(event)]),
  );
  const lost: string[] = [];
  for (const { key, editor, input, saved } of ledger.entries) {
    const sent = new Map(input.answers.map(({ question, value }) => [question, value.text]));
    const missing = saved.filter(
      ({ question, revision }) =>
        recorded.get(identity(question, revision)) !== sent.get(question) ||
        (state.answers.get(question)?.revision ?? 0) < revision,
    );
    if (!state.keys.has(key) || missing.length > 0)
      lost.push(`${editor}: ${key}, ${missing.map(({ question, revision }) => `${question} ${revision}`).join(', ')}`);
  }
  const halfApplied: string[] = [];
  for (const questions of groups) {
    const states = new Set(questions.map((question) => JSON.stringify(state.answers.get(question) ?? null)));
    if (states.size > 1) halfApplied.push(`${questions.join(', ')}: ${[...states].join(' and ')}`);
  }
  for (const [key, saved] of state.keys) {
    const absent = saved.filter(({ question, revision }) => !recorded.has(identity(question, revision)));
    if (absent.length > 0) halfApplied.push(`${key} is remembered, ${absent.length} of its answers are not there`);
  }
  return {
    acknowledged: ledger.acknowledged,
    lost,
    halfApplied,
    disagreements: [...disagreementsIn(state), ...ledger.contradictions],
  };
}
