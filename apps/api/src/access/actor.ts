import type { DisclosurePolicy } from '@reflexbogen/domain';
import { ApiError } from '../graphql/api-error.js';

/** Roles a token may carry. */
export enum Role {
  ADMIN = 'ADMIN',
  DESIGNER = 'DESIGNER',
  REVIEWER = 'REVIEWER',
  RESPONDENT = 'RESPONDENT',
  ANALYST = 'ANALYST',
}

/** Who is asking, as proven by the bearer token. */
export interface Actor {
  /** Id of a row of `person`: a pseudonym that says nothing by itself and stays when the person's data are erased. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Study slugs the actor may touch; null means every study. */
  readonly studies: readonly string[] | null;
  /** RESPONDENT: code of the one municipality, in the one study of `studies`. */
  readonly municipality: string | null;
  /** RESPONDENT: code of the department; null works on every section. */
  readonly department: string | null;
  /** RESPONDENT: whether the person may hand the sheet in. */
  readonly signatory: boolean;
  /** Whether the token grants the sight of single answers, where a study asks for such a grant. */
  readonly singleAnswers: boolean;
  /** Program the request came through, as it names itself; null where it does not. */
  readonly client: string | null;
  /** Where roles are kept here: the scope the actor acts in, and all that it may choose by X-Reflexbogen-Scope. */
  readonly scopes?: { readonly acting: string; readonly all: readonly string[] };
  /** The personal token by which the actor comes; there is none where a person comes in person. */
  readonly apiToken?: { readonly id: string; readonly access: 'READ' | 'WRITE' };
}

/** Whether the actor may look only: a personal token for reading. */
export const readsOnly = (actor: Actor): boolean => actor.apiToken?.access === 'READ';

/** The actor of a field whose access rule lets nobody in without a token. */
export function signedIn(actor: Actor | null): Actor {
  if (actor === null) throw new ApiError('UNAUTHENTICATED', 'Send a bearer token: Authorization: Bearer …');
  return actor;
}

export const hasRole = (actor: Actor | null, ...roles: readonly Role[]): boolean =>
  actor !== null && actor.roles.some((role) => roles.includes(role));

/** Who runs a study sees its answers; an analyst by the study's policy or by the grant in the token. */
export const seesSingleAnswers = (actor: Actor | null, policy: DisclosurePolicy): boolean =>
  actor !== null && (hasRole(actor, Role.ADMIN) || policy.singleAnswers === 'ANALYSTS' || actor.singleAnswers);

/** Whether the actor's token covers a study. */
export const mayTouchStudy = (actor: Actor | null, slug: string): boolean =>
  actor !== null && (actor.studies === null || actor.studies.includes(slug));

/** In which role somebody acts on a sheet: as the municipality, else as the staff who run the round. */
export const actingRole = ({ roles }: Actor): Role =>
  [Role.RESPONDENT, Role.REVIEWER, Role.ADMIN].find((role) => roles.includes(role)) ?? roles[0] ?? Role.ANALYST;

/** Whether somebody acts on a sheet for the municipality, not as one of it. */
export const actsOnBehalf = (actor: Actor): boolean => actingRole(actor) !== Role.RESPONDENT;
