/** What operations need of a schema: for schema-check.mjs. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  Kind,
  parse,
  specifiedRules,
  NoUnusedFragmentsRule,
  TypeInfo,
  typeFromAST,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** An operation with the fragments that it may spread. */
export function operationsOf(file, text) {
  const { definitions } = parse(text);
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((operation) => ({
      file,
      name: operation.name?.value ?? operation.operation,
      document: { kind: Kind.DOCUMENT, definitions: [operation, ...spreadBy(operation, fragments)] },
    }));
}

/** Fragments that a definition spreads, and those that these spread. */
function spreadBy(definition, fragments, seen = new Set()) {
  visit(definition, {
    FragmentSpread({ name }) {
      const fragment = fragments.find((candidate) => candidate.name.value === name.value);
      if (fragment === undefined || seen.has(fragment)) return;
      seen.add(fragment);
      spreadBy(fragment, fragments, seen);
    },
  });
  return [...seen];
}

// An operation of one file may leave fragments of the file to others.
const RULES = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);
export const faultsOf = (schema, { document }) => validate(schema, document, RULES).map(({ message }) => message);

/**
 * Coordinates of a schema that an operation touches: `Type`, `Type.field`, `Type.field.argument`. Of an input or an enum that a
 * variable or a field has, all of it, since any of it may come or go.
 */
export function usesOf(schema, { document }) {
  const uses = new Set();
  const addType = (type) => {
    const named = getNamedType(type);
    if (!named || uses.has(named.name)) return;
    uses.add(named.name);
    if (isEnumType(named)) for (const { name } of named.getValues()) uses.add(`${named.name}.${name}`);
    if (isInputObjectType(named))
      for (const field of Object.values(named.getFields())) {
        uses.add(`${named.name}.${field.name}`);
        addType(field.type);
      }
  };
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      VariableDefinition: ({ type }) => addType(typeFromAST(schema, type)),
      InlineFragment: () => addType(info.getType()),
      FragmentDefinition: () => addType(info.getType()),
      Field({ arguments: given = [] }) {
        const [parent, field] = [info.getParentType(), info.getFieldDef()];
        if (!parent || !field) return;
        uses.add(parent.name).add(`${parent.name}.${field.name}`);
        addType(field.type);
        for (const { name } of given) {
          uses.add(`${parent.name}.${field.name}.${name.value}`);
          addType(field.args.find((arg) => arg.name === name.value)?.type);
        }
      },
    }),
  );
  return uses;
}
