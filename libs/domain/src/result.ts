/**
 * An expected outcome: a value, or every reason why there is none.
 * `errors` is never empty. Bugs, lost connections and missing rights are thrown, not returned.
 */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly E[] };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const failed = <E>(...errors: readonly E[]): { readonly ok: false; readonly errors: readonly E[] } => ({
  ok: false,
  errors,
});
