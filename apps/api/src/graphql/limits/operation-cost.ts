import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  valueFromAST,
  type ArgumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { breachOf, LIMITS, type Breach } from './limits.js';

/** Assumed length of a list that has no page: bounded by what it belongs to, as the levels of a scale. */
const ASSUMED_LENGTH = 10;
/** A mutation locks, writes and tells others, whatever it gives back. */
const MUTATION_BASE = 10;

/** What an operation costs: objects that its answer could hold. */
export interface OperationCost {
  readonly cost: number;
  /** The largest page, where it is larger than allowed. */
  readonly breach: Breach | null;
}

export interface CostInput {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** After coercion, defaults put in. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Counts the objects that the answer could hold: a page counts with its `first`, as the variables have it, any other list
 * with an assumed length. Counting ends once the limit is passed. Expects a valid document.
 */
export function operationCost(input: CostInput): OperationCost {
  const { schema, operation } = input;
  const root = schema.getRootType(operation.operation);
  const counting = new Counting(input);
  const base = operation.operation === OperationTypeNode.MUTATION ? MUTATION_BASE : 0;
  const cost = base + (root ? counting.of(operation.selectionSet, root, null) : 0);
  return { cost, breach: breachOf('FIRST', counting.largestPage) ?? breachOf('COST', cost) };
}

class Counting {
  largestPage = 0;

  constructor(private readonly input: CostInput) {}

  /** @param page size of the page whose entries stand in here; null where there is none */
  of({ selections }: SelectionSetNode, parent: GraphQLNamedType, page: number | null): number {
    let cost = 0;
    for (const selection of selections) {
      if (cost > LIMITS.COST) return cost;
      if (selection.kind === Kind.FIELD) {
        const field = fieldOf(parent, selection.name.value);
        const type = field === undefined ? null : getNamedType(field.type);
        if (field === undefined || type === null || isLeafType(type) || selection.selectionSet === undefined) continue;
        const first = this.firstOf(field, selection.arguments ?? []);
        const isList = isListType(getNullableType(field.type));
        const length = isList ? (page ?? ASSUMED_LENGTH) : 1;
        cost += length * (1 + this.of(selection.selectionSet, type, first));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const name = selection.typeCondition?.name.value;
        cost += this.of(selection.selectionSet, this.narrowed(parent, name), page);
      } else {
        const fragment = this.input.fragments[selection.name.value];
        if (fragment !== undefined)
          cost += this.of(fragment.selectionSet, this.narrowed(parent, fragment.typeCondition.name.value), page);
      }
    }
    return cost;
  }

  private narrowed(parent: GraphQLNamedType, name: string | undefined): GraphQLNamedType {
    return (name === undefined ? undefined : this.input.schema.getType(name)) ?? parent;
  }

  /** The page size that a field is given; null where it has none. */
  private firstOf(field: GraphQLField<unknown, unknown>, given: readonly ArgumentNode[]): number | null {
    const argument = field.args.find(({ name }) => name === 'first');
    if (argument === undefined) return null;
    const node = given.find(({ name }) => name.value === 'first')?.value;
    const value: unknown =
      node === undefined ? argument.defaultValue : valueFromAST(node, argument.type, this.input.variables);
    const first = typeof value === 'number' ? value : LIMITS.FIRST;
    if (!getNamedType(field.type).name.endsWith('Connection')) {
      // A list with a bound of its own, which its resolver checks: it counts as a full page at most.
      return Math.min(Math.max(first, 1), LIMITS.FIRST);
    }
    this.largestPage = Math.max(this.largestPage, first);
    return Math.max(first, 1);
  }
}

const fieldOf = (type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined =>
  isObjectType(type) || (isAbstractType(type) && 'getFields' in type) ? type.getFields()[name] : undefined;
