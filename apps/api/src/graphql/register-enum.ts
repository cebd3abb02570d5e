import { registerEnumType } from '@nestjs/graphql';

/**
 * Registers an enum with a sentence for every value; the compiler insists on all of them.
 * @returns the enum object itself, for use in `@Field(() => …)`
 */
export function describedEnum<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): { readonly [Key in Value]: Key } {
  const object = Object.fromEntries(Object.keys(values).map((value) => [value, value])) as {
    readonly [Key in Value]: Key;
  };
  registerEnumType(object, {
    name,
    description,
    valuesMap: Object.fromEntries(
      Object.entries<string>(values).map(([value, text]) => [value, { description: text }]),
    ) as Record<Value, { description: string }>,
  });
  return object;
}
