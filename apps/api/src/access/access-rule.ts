import type { Role } from './actor.js';

/**
 * Who may read a field.
 * - `public`: anyone, also without a token
 * - `roles`: a token with one of the roles; mutations need one that may write, unless they say that they only read
 * - `parent`: whoever holds the object the field belongs to; costs nothing at run time
 */
export type AccessRule =
  | { readonly kind: 'public' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[]; readonly reads?: true }
  | { readonly kind: 'parent' };

export const everyone: AccessRule = { kind: 'public' };
export const only = (...roles: readonly Role[]): AccessRule => ({ kind: 'roles', roles });
/** A mutation that changes nothing anybody could see: a personal token for reading may ask for it too. */
export const onlyReading = (...roles: readonly Role[]): AccessRule => ({ kind: 'roles', roles, reads: true });

/** Rules of one type, by field name. */
export type TypeRules = Readonly<Record<string, AccessRule>>;

/** Fields that whoever holds the object may read, named one by one: a field that is not named is refused at build time. */
export const withParent = (...fields: readonly string[]): TypeRules =>
  Object.fromEntries(fields.map((field) => [field, { kind: 'parent' }]));
