/** What the service has refused, in its own words: the errors in a mutation's payload. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** The value of a payload. @throws Refusal with the first error's message where there is none */
export function demanded<T>(value: T | null | undefined, errors: readonly { readonly message: string }[]): T {
  if (value === null || value === undefined) throw new Refusal(errors[0]?.message ?? '');
  return value;
}
