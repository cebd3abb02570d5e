import { Kind, type FragmentDefinitionNode, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { isKnownField } from '../logging/known-names.js';

const MOST = 20;
const TYPES = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/** A first field of an operation: its key in the answer, and its name in the schema. */
export interface RootField {
  readonly key: string;
  readonly name: string;
}

/**
 * First fields of a validated operation, those in fragments among them. Introspection counts as one field of that name.
 * @returns at most twenty
 */
export function rootFields(document: DocumentNode, operation: OperationDefinitionNode): readonly RootField[] {
  const type = TYPES[operation.operation];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const found = new Map<string, RootField>();
  const waiting = [operation.selectionSet];
  const visited = new Set<string>();
  for (let set = waiting.pop(); set !== undefined && found.size < MOST; set = waiting.pop())
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const key = selection.alias?.value ?? name;
        if (found.size < MOST) found.set(key, { key, name: isKnownField(`${type}.${name}`) ? name : 'introspection' });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) waiting.push(selection.selectionSet);
      else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) waiting.push(fragment.selectionSet);
      }
    }
  return [...found.values()];
}
