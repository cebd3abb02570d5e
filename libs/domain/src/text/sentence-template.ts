/** The names in braces of a template: `'{count} of {total}'` has `count` and `total`. */
export type NameIn<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NameIn<Rest>
  : never;

/** Values by the names that a template has. Codes, numbers, language tags; several are joined by a comma. */
export type TemplateValues = Readonly<Record<string, string | number>>;

/**
 * Puts values into a template.
 * @param values by name; a name without a value stays as it is written
 * @returns `fill('{count} of {total}', { count: 8, total: 15 })` is `8 of 15`. What a value has in braces is not filled.
 *   Total: never throws.
 */
export const fill = (template: string, values: TemplateValues): string =>
  template.replace(/\{(\w+)\}/g, (written, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : written,
  );

/** Most entries of a list that a sentence names. */
const MOST_NAMED = 12;

/** A list as a value: the first entries by commas, an ellipsis for the others. */
export const namedList = (entries: readonly string[]): string =>
  entries.length > MOST_NAMED ? `${entries.slice(0, MOST_NAMED).join(', ')}, …` : entries.join(', ');
