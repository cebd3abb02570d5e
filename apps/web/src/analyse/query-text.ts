/** The query that gives the figure, ready to be asked elsewhere. */
export interface QueryBehind {
  readonly document: { toString(): string };
  readonly variables: Readonly<Record<string, string | boolean | null>>;
}

/**
 * The operation with its variables written in as defaults: one text that runs wherever it is pasted, and in which a reader
 * finds what to change.
 * @throws Error for a variable that the operation does not declare: it would be lost
 */
export function queryText({ document, variables }: QueryBehind): string {
  return Object.entries(variables).reduce((text, [name, value]) => {
    const declaration = new RegExp(`(\\$${name}: ?[\\w![\\]]+)(?=[\\s,)])`);
    if (!declaration.test(text)) throw new Error(`the operation declares no variable ${name}`);
    // JSON's strings, booleans and null are GraphQL's; a function, so that $ in a value stays what it is.
    return text.replace(declaration, (found) => `${found} = ${JSON.stringify(value)}`);
  }, document.toString().trim());
}
