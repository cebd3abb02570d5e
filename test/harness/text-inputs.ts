import { getNamedType, isInputObjectType, type GraphQLInputType, type GraphQLSchema } from 'graphql';

/** A wording in several languages: its text counts as one of the field that holds it; beside it stand language tags alone. */
const WORDING = 'TranslationInput';
const isText = (type: GraphQLInputType): boolean => ['String', WORDING].includes(getNamedType(type).name);

/** Every place at which a mutation takes a text, as `Type.field`, arguments as `mutation.argument`, sorted. */
export function textInputs(schema: GraphQLSchema): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (owner: string, fields: Iterable<{ readonly name: string; readonly type: GraphQLInputType }>): void => {
    for (const { name, type } of fields) {
      if (isText(type)) found.add(`${owner}.${name}`);
      const named = getNamedType(type);
      if (!isInputObjectType(named) || named.name === WORDING || seen.has(named.name)) continue;
      seen.add(named.name);
      visit(named.name, Object.values(named.getFields()));
    }
  };
  for (const { name, args } of Object.values(schema.getMutationType()?.getFields() ?? {})) visit(name, args);
  return [...found].sort();
}

/** The places of an input in whose text something is found that is looked for. */
export function placesOf(
  schema: GraphQLSchema,
  mutation: string,
  variables: object,
  isWanted: (text: string) => boolean,
): readonly string[] {
  const found = new Set<string>();
  const visit = (place: string, type: GraphQLInputType, value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(place, type, one);
    else if (typeof value === 'string' && isText(type) && isWanted(value)) found.add(place);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const named = getNamedType(type);
    if (!isInputObjectType(named)) return;
    for (const [name, inner] of Object.entries(value)) {
      const field = named.getFields()[name];
      if (field !== undefined) visit(named.name === WORDING ? place : `${named.name}.${name}`, field.type, inner);
    }
  };
  for (const { name, type } of schema.getMutationType()?.getFields()[mutation]?.args ?? [])
    visit(`${mutation}.${name}`, type, (variables as Readonly<Record<string, unknown>>)[name]);
  return [...found];
}
