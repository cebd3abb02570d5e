import type { DisclosurePolicy } from '@reflexbogen/domain';

/** Roles a token may carry. */
export enum Role {
  ADMIN = 'ADMIN',
  DESIGNER = 'DESIGNER',
  RESPONDENT = 'RESPONDENT',
  ANALYST = 'ANALYST',
}

/** Who is asking, as proven by the bearer token. */
export interface Actor {
  /** Subject of the token: stable, not a display name. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Study slugs the actor may touch; null means every study. */
  readonly studies: readonly string[] | null;
  /** RESPONDENT: code of the one municipality, in the one study of `studies`. */
  readonly municipality: string | null;
  /** Whether the token grants the sight of single answers, where a study asks for such a grant. */
  readonly singleAnswers: boolean;
}

export const hasRole = (actor: Actor | null, ...roles: readonly Role[]): boolean =>
  actor !== null && actor.roles.some((role) => roles.includes(role));

/** Who runs a study sees its answers; an analyst by the study's policy or by the grant in the token. */
export const seesSingleAnswers = (actor: Actor | null, policy: DisclosurePolicy): boolean =>
  actor !== null && (hasRole(actor, Role.ADMIN) || policy.singleAnswers === 'ANALYSTS' || actor.singleAnswers);

/** Whether the actor's token covers a study. */
export const mayTouchStudy = (actor: Actor | null, slug: string): boolean =>
  actor !== null && (actor.studies === null || actor.studies.includes(slug));
