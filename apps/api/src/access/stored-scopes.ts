import type { StoredRole } from '@reflexbogen/persistence';
import { Role, type Actor } from './actor.js';
import { isRole, type Scope } from './claims.js';

/** A scope with the name under which a request chooses it: `*`, `study,study`, `study/municipality` or `study/municipality/department`. */
export interface NamedScope extends Scope {
  readonly key: string;
}

/**
 * Scopes of the roles kept for a person. A scope is exact: what a role covers in one study never reaches another one, which
 * a single list of roles beside a single list of studies would not keep. Several are there where several are needed; every
 * request acts in one of them.
 * @param roles rows of person_role, studies before their municipalities
 * @returns staff first (every study, then others), then respondents; empty where there is no role
 */
export function scopesOf(roles: readonly StoredRole[]): readonly NamedScope[] {
  return [...staffScopes(roles), ...respondentScopes(roles)];
}

function staffScopes(rows: readonly StoredRole[]): NamedScope[] {
  const staff = rows.filter((row) => isRole(row.role) && !isRespondent(row));
  const everywhere = staff.filter(({ study }) => study === null);
  const bySame = new Map<string, NamedScope & { readonly studies: string[] }>();
  for (const study of new Set(staff.map(({ study }) => study).filter((slug) => slug !== null))) {
    const here = [...everywhere, ...staff.filter((row) => row.study === study)];
    const same = sameOf(here);
    if (same === sameOf(everywhere)) continue;
    const studies = [...(bySame.get(same)?.studies ?? []), study].sort();
    bySame.set(same, { ...staffScope(here), key: studies.join(','), studies });
  }
  return [...(everywhere.length === 0 ? [] : [staffScope(everywhere)]), ...bySame.values()];
}

const staffScope = (rows: readonly StoredRole[]): NamedScope => ({
  key: '*',
  roles: rolesOf(rows),
  studies: null,
  municipality: null,
  department: null,
  signatory: false,
  singleAnswers: rows.some(({ singleAnswers }) => singleAnswers),
});

const isRespondent = ({ role }: StoredRole): boolean => role === String(Role.RESPONDENT);

/** Studies in which somebody may do the same are one scope. */
const sameOf = (rows: readonly StoredRole[]): string =>
  JSON.stringify([rolesOf(rows), rows.some(({ singleAnswers }) => singleAnswers)]);

function respondentScopes(rows: readonly StoredRole[]): NamedScope[] {
  const byKey = new Map<string, NamedScope>();
  for (const row of rows) {
    if (!isRespondent(row) || row.study === null || row.municipality === null) continue;
    const key = [row.study, row.municipality, ...(row.department === null ? [] : [row.department])].join('/');
    const known = byKey.get(key);
    byKey.set(key, {
      key,
      roles: [Role.RESPONDENT],
      studies: [row.study],
      municipality: row.municipality,
      department: row.department,
      signatory: row.signatory || known?.signatory === true,
      singleAnswers: row.singleAnswers || known?.singleAnswers === true,
    });
  }
  return [...byKey.values()];
}

const rolesOf = (rows: readonly StoredRole[]): Role[] =>
  [...new Set(rows.map(({ role }) => role).filter(isRole))].sort();

/** What somebody may do in the scope of a request, and which scopes there are. */
export type ChosenScope = Scope & Required<Pick<Actor, 'scopes'>>;

/**
 * The scope a request acts in.
 * @param key as the request names it; null: the first
 * @param roles what a personal token allows; null: everything
 * @returns null where the person has no such scope, or the token allows nothing of it
 */
export function chosenScope(
  scopes: readonly NamedScope[],
  key: string | null,
  roles: readonly string[] | null,
): ChosenScope | null {
  const narrowed = scopes
    .map((scope) => ({ ...scope, roles: scope.roles.filter((role) => roles === null || roles.includes(role)) }))
    .filter((scope) => scope.roles.length > 0);
  const chosen = narrowed.find((scope) => key === null || scope.key === key);
  if (chosen === undefined) return null;
  const { key: acting, ...scope } = chosen;
  return { ...scope, scopes: { acting, all: narrowed.map((one) => one.key) } };
}
