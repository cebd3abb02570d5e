import type { MailKind } from '@reflexbogen/persistence';

/** What a mail says beside study, round, municipality and person; stored with it. Instants are ISO 8601 when stored. */
export type MailData =
  /** `closesAt`: where the municipality's window ends at another time than the round's. */
  | { readonly kind: 'INVITATION'; readonly closesAt: Date | null }
  /** `unanswered`: questions without an answer; null where nobody counted. */
  | { readonly kind: 'REMINDER'; readonly closesAt: Date | null; readonly unanswered: number | null }
  | {
      readonly kind: 'RECEIPT';
      /** Counts the municipality's submissions in the round, from 1. */
      readonly number: number;
      readonly submittedAt: Date;
      /** SHA-256 over the canonical answers, 64 hexadecimal digits. */
      readonly receipt: string;
    }
  /** `questions`: codes. `note`: the reviewer's words, at most 4000 characters. */
  | {
      readonly kind: 'RETURNED';
      readonly closesAt: Date | null;
      readonly questions: readonly string[];
      readonly note: string | null;
    }
  | {
      readonly kind: 'QUERY';
      readonly closesAt: Date | null;
      readonly questions: readonly string[];
      readonly note: string | null;
    }
  | { readonly kind: 'ACCEPTED' }
  /** `closesAt`: null where the sheet may be handed in late, without an end. */
  | { readonly kind: 'EXTENSION'; readonly closesAt: Date | null; readonly note: string | null }
  | { readonly kind: 'SIGN_IN_LINK'; readonly expiresAt: Date };

/** Data that a message of this kind cannot be written from. The message names the field, not what it holds. */
export class MailDataError extends Error {}

const MOST_QUESTIONS = 200;
const LONGEST_NOTE = 4000;

type Raw = Readonly<Record<string, unknown>>;

/**
 * Reads what was stored with a mail. A field that may be null may be missing.
 * @throws MailDataError naming kind and field, and what was expected
 */
export function parseMailData(kind: MailKind, raw: unknown): MailData {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new MailDataError(`${kind}: the data are no object`);
  const data = raw as Raw;
  switch (kind) {
    case 'INVITATION':
      return { kind, closesAt: optional(data, 'closesAt', instant, kind) };
    case 'REMINDER':
      return {
        kind,
        closesAt: optional(data, 'closesAt', instant, kind),
        unanswered: optional(data, 'unanswered', count(0), kind),
      };
    case 'RECEIPT':
      return {
        kind,
        number: required(data, 'number', count(1), kind),
        submittedAt: required(data, 'submittedAt', instant, kind),
        receipt: required(data, 'receipt', sha256, kind),
      };
    case 'RETURNED':
    case 'QUERY':
      return {
        kind,
        closesAt: optional(data, 'closesAt', instant, kind),
        questions: optional(data, 'questions', codes, kind) ?? [],
        note: optional(data, 'note', note, kind),
      };
    case 'ACCEPTED':
      return { kind };
    case 'EXTENSION':
      return {
        kind,
        closesAt: optional(data, 'closesAt', instant, kind),
        note: optional(data, 'note', note, kind),
      };
    case 'SIGN_IN_LINK':
      return { kind, expiresAt: required(data, 'expiresAt', instant, kind) };
  }
}

/** As it is stored: without the kind, which has a column of its own. */
export function storedMailData({ kind, ...data }: MailData): Raw {
  // Through JSON and back, so that what cannot be read again is refused now and not when it is to be sent.
  const stored = JSON.parse(JSON.stringify(data)) as Raw;
  parseMailData(kind, stored);
  return stored;
}

/** A reader of one field: null where the value is not what was expected. */
interface Reader<Value> {
  readonly expected: string;
  readonly read: (value: unknown) => Value | null;
}

function required<Value>(data: Raw, field: string, { expected, read }: Reader<Value>, kind: MailKind): Value {
  const value = read(data[field]);
  if (value === null) throw new MailDataError(`${kind}.${field}: expected ${expected}`);
  return value;
}

function optional<Value>(data: Raw, field: string, reader: Reader<Value>, kind: MailKind): Value | null {
  return data[field] === undefined || data[field] === null ? null : required(data, field, reader, kind);
}

const instant: Reader<Date> = {
  expected: 'an instant as ISO 8601 with Z',
  read: (value) => {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value)) return null;
    const date = new Date(value);
    return Number.isNaN(date.getTime()) ? null : date;
  },
};

const count = (least: number): Reader<number> => ({
  expected: `a whole number from ${least} to 1000000`,
  read: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= 1_000_000 ? value : null,
});

const sha256: Reader<string> = {
  expected: '64 hexadecimal digits',
  read: (value) => (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : null),
};

const codes: Reader<readonly string[]> = {
  expected: `at most ${MOST_QUESTIONS} codes of questions`,
  read: (value) =>
    Array.isArray(value) &&
    value.length <= MOST_QUESTIONS &&
    value.every((code): code is string => typeof code === 'string' && code.length >= 1 && code.length <= 200)
      ? value
      : null,
};

const note: Reader<string> = {
  expected: `a text of at most ${LONGEST_NOTE} characters`,
  read: (value) => (typeof value === 'string' && value.length <= LONGEST_NOTE ? value : null),
};
