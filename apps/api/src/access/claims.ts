import { Role, type Actor } from './actor.js';

/** What somebody may do: everything of an actor but who it is. */
export type Scope = Pick<Actor, 'roles' | 'studies' | 'municipality' | 'department' | 'signatory' | 'singleAnswers'>;

/** What an identity provider says, before it is known who that is here. */
export interface Claims {
  /** At most 255 characters. */
  readonly subject: string;
  readonly name: string;
  readonly scope: Scope;
}

const KNOWN_ROLES = new Set<string>(Object.values(Role));
const LONGEST_NAME = 200;

export const isRole = (text: string): text is Role => KNOWN_ROLES.has(text);

/**
 * Reads the claims of a verified token. Roles this service does not know are left out.
 * @returns null where it names nobody, or nothing that somebody may do; a respondent has exactly one study and a municipality
 */
export function claimsOf(payload: Readonly<Record<string, unknown>>): Claims | null {
  const subject = textOf(payload['sub']);
  const roles = textsOf(payload['roles'])?.filter(isRole) ?? [];
  if (subject === null || subject.length > 255 || roles.length === 0) return null;
  const studies = payload['studies'] === undefined ? null : textsOf(payload['studies']);
  if (payload['studies'] !== undefined && studies === null) return null;
  const municipality = textOf(payload['municipality']);
  // A respondent without exactly one study and a municipality would reach nothing; say so by proving nothing.
  if (roles.includes(Role.RESPONDENT) && (municipality === null || studies?.length !== 1)) return null;
  // A department that is there and not understood must not become every department.
  const department = textOf(payload['department']);
  if (payload['department'] !== undefined && payload['department'] !== null && department === null) return null;
  return {
    subject,
    name: (textOf(payload['name']) ?? subject).slice(0, LONGEST_NAME),
    scope: {
      roles,
      studies,
      municipality,
      department,
      signatory: payload['signatory'] === true,
      singleAnswers: payload['singleAnswers'] === true,
    },
  };
}

/** The claims that are kept with a session: those that are read again, and no others. */
export const keptClaims = (payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    ['sub', 'name', 'roles', 'studies', 'municipality', 'department', 'signatory', 'singleAnswers']
      .filter((name) => payload[name] !== undefined)
      .map((name) => [name, payload[name]]),
  );

/** Text without NUL, which PostgreSQL does not store. */
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && !value.includes('\0') ? value : null;

const textsOf = (value: unknown): string[] | null =>
  Array.isArray(value) && value.every((item): item is string => textOf(item) !== null) ? value : null;
