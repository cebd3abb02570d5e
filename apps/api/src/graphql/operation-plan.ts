import {
  defaultFieldResolver,
  getArgumentValues,
  getVariableValues,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isPromise, OutOfPlan, PlanRun, type FieldRunner, type PlannedField } from './plan-run.js';
import type { RootOutcomes } from './root-outcomes.js';

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** Turns a resolved value into what is sent: at once, or later where something in it is not there yet. */
export type Completer = (value: unknown, run: PlanRun) => unknown;

interface Planning {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Fields counted so far. */
  fields: number;
}

/** Says that a document has something in it that plans leave to the interpreter. */
class Unplanned extends Error {}

const nothing = (value: unknown): value is null | undefined => value === null || value === undefined;

function nonNull(inner: Completer): Completer {
  const checked = (value: unknown): unknown => {
    if (value === null) throw new OutOfPlan();
    return value;
  };
  return (value, run) => {
    const completed = inner(value, run);
    return isPromise(completed) ? completed.then(checked) : checked(completed);
  };
}

function leaf(type: GraphQLLeafType): Completer {
  const serialize = (value: unknown): unknown => {
    if (nothing(value)) return null;
    const serialized = type.serialize(value);
    if (nothing(serialized)) throw new OutOfPlan();
    return serialized;
  };
  // What is already as it is sent.
  if (type.name === 'String') return (value) => (typeof value === 'string' ? value : serialize(value));
  if (type.name === 'Int')
    return (value) => (typeof value === 'number' && (value | 0) === value ? value : serialize(value));
  if (isEnumType(type)) {
    const same = new Set<unknown>(type.getValues().flatMap(({ name, value }) => (name === value ? [name] : [])));
    return (value) => (same.has(value) ? value : serialize(value));
  }
  return serialize;
}

function list(item: Completer): Completer {
  return (value, run) => {
    if (nothing(value)) return null;
    // Other iterables are the interpreter's.
    if (!Array.isArray(value)) throw new OutOfPlan();
    const completed = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index += 1) {
      const element: unknown = value[index];
      const done = isPromise(element) ? element.then((later) => item(later, run)) : item(element, run);
      if (isPromise(done)) run.later(done, (later) => (completed[index] = later));
      else completed[index] = done;
    }
    return completed;
  };
}

function object(fields: readonly FieldRunner[]): Completer {
  return (source, run) => {
    if (nothing(source)) return null;
    // An error that is given back counts as thrown.
    if (source instanceof Error) throw new OutOfPlan();
    const completed: Record<string, unknown> = {};
    for (const field of fields) field(source, completed, run);
    return completed;
  };
}

function abstract(type: GraphQLAbstractType, byName: ReadonlyMap<string, Completer>): Completer {
  const { resolveType } = type;
  if (nothing(resolveType)) throw new Unplanned();
  const completerOf = (name: unknown): Completer => {
    const complete = typeof name === 'string' ? byName.get(name) : undefined;
    if (complete === undefined) throw new OutOfPlan();
    return complete;
  };
  return (value, run) => {
    if (nothing(value)) return null;
    const name: unknown = resolveType(value, run.context, run.typeInfo, type);
    return isPromise(name) ? name.then((known) => completerOf(known)(value, run)) : completerOf(name)(value, run);
  };
}

function completerOf(type: GraphQLOutputType, nodes: readonly FieldNode[], planning: Planning): Completer {
  if (isNonNullType(type)) return nonNull(completerOf(type.ofType, nodes, planning));
  if (isListType(type)) return list(completerOf(type.ofType, nodes, planning));
  if (isLeafType(type)) return leaf(type);
  const selections = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
  if (isAbstractType(type)) {
    const possible = planning.schema.getPossibleTypes(type);
    return abstract(
      type,
      new Map(possible.map((each) => [each.name, objectCompleter(each, selections, planning)] as const)),
    );
  }
  return objectCompleter(type, selections, planning);
}

function objectCompleter(
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  planning: Planning,
): Completer {
  if (!nothing(type.isTypeOf)) throw new Unplanned();
  return object(fieldsOf(type, selections, planning));
}

/** Selected fields by response key, in the order of the document; fragments are opened, equal keys merged. */
function collect(
  type: GraphQLObjectType,
  selectionSet: SelectionSetNode,
  planning: Planning,
  into: Map<string, FieldNode[]>,
  visited: Set<string>,
): void {
  for (const selection of selectionSet.selections) {
    // @skip and @include belong to the interpreter.
    if ((selection.directives ?? []).length > 0) throw new Unplanned();
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const nodes = into.get(key);
      if (nodes === undefined) into.set(key, [selection]);
      else nodes.push(selection);
      continue;
    }
    const named = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : undefined;
    if (named !== undefined && visited.has(named)) continue;
    if (named !== undefined) visited.add(named);
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? planning.fragments.get(selection.name.value) : selection;
    if (fragment === undefined) throw new Unplanned();
    const condition = fragment.typeCondition?.name.value;
    const target = condition === undefined ? type : planning.schema.getType(condition);
    const applies = target === type || (isAbstractType(target) && planning.schema.isSubType(target, type));
    if (applies) collect(type, fragment.selectionSet, planning, into, visited);
  }
}

function fieldsOf(
  type: GraphQLObjectType,
  selections: readonly SelectionSetNode[],
  planning: Planning,
): readonly FieldRunner[] {
  const collected = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const selection of selections) collect(type, selection, planning, collected, visited);
  return [...collected].map(([key, nodes]) => fieldRunner(type, key, nodes, planning));
}

function fieldRunner(
  type: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
  planning: Planning,
): FieldRunner {
  const [node, ...others] = nodes;
  // Plain objects are filled by key.
  if (node === undefined || key === '__proto__') throw new Unplanned();
  const name = node.name.value;
  if (name === '__typename') return (_source, into) => void (into[key] = type.name);
  // Introspection is not in getFields().
  const definition: GraphQLField<unknown, unknown> | undefined = type.getFields()[name];
  if (definition === undefined) throw new Unplanned();
  const field: PlannedField = {
    index: planning.fields++,
    nodes: [node, ...others],
    parentType: type,
    definition,
    constants: constantsOf(definition, node),
  };
  const complete = completerOf(definition.type, nodes, planning);
  const resolve = definition.resolve === defaultFieldResolver ? undefined : definition.resolve;
  if (resolve === undefined) return property(name, key, field, complete);
  const isFirst = type === planning.schema.getQueryType();
  return (isFirst ? first : resolved)(resolve, key, field, complete);
}

/** The property of that name, called where it is a function. */
function property(name: string, key: string, field: PlannedField, complete: Completer): FieldRunner {
  return (source, into, run) => {
    const value = (source as Readonly<Record<string, unknown>>)[name];
    if (typeof value === 'string' || typeof value === 'number') into[key] = complete(value, run);
    else if (typeof value === 'function') {
      const method = value as (this: unknown, ...parameters: unknown[]) => unknown;
      settle(method.call(source, run.argsOf(field), run.context, run.infoOf(field)), key, into, run, complete);
    } else settle(value, key, into, run, complete);
  };
}

const resolved =
  (resolve: Resolve, key: string, field: PlannedField, complete: Completer): FieldRunner =>
  (source, into, run) =>
    settle(resolve(source, run.argsOf(field), run.context, run.infoOf(field)), key, into, run, complete);

/** What a first field gave is kept until the run has ended well. */
const first =
  (resolve: Resolve, key: string, field: PlannedField, complete: Completer): FieldRunner =>
  (source, into, run) => {
    const value = run.keeping(key, () => resolve(source, run.argsOf(field), run.context, run.infoOf(field)));
    settle(value, key, into, run, complete);
  };

function settle(value: unknown, key: string, into: Record<string, unknown>, run: PlanRun, complete: Completer): void {
  run.put(isPromise(value) ? value.then((later) => complete(later, run)) : complete(value, run), key, into);
}

/** The arguments of a field where they are the same in every run; null where a variable is in them. */
function constantsOf(definition: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> | null {
  let hasVariable = false;
  visit(node, { SelectionSet: () => false, Variable: () => void (hasVariable = true) });
  return hasVariable ? null : getArgumentValues(definition, node);
}

/** A query ready to be run: as often as it comes, with whatever variables. */
export interface OperationPlan {
  /**
   * Runs the query.
   * @returns what `execute` of graphql-js would give as `data`, or null where anything went another way than straight on:
   *   an error, a null where none may be, variables that do not fit. Then the interpreter runs it once more and says why.
   * @param outcomes is told what the first fields gave, so that the interpreter need not ask for it again
   */
  readonly run: (
    context: unknown,
    variables: Readonly<Record<string, unknown>>,
    outcomes?: RootOutcomes,
  ) => Promise<object | null>;
}

/**
 * Decides everything about a validated query that does not depend on data: which fields, which resolvers, which types.
 * @returns null for what is left to the interpreter: mutations, directives, introspection
 */
export function planOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationPlan | null {
  const root = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || nothing(root) || (operation.directives ?? []).length > 0)
    return null;
  const fragments = document.definitions.flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
  );
  const planning: Planning = { schema, fragments: new Map(fragments), fields: 0 };
  try {
    if (!isObjectType(root)) return null;
    const complete = object(fieldsOf(root, [operation.selectionSet], planning));
    const byName = Object.fromEntries(fragments);
    return {
      run: async (context, variables, outcomes = new Map()) => {
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
        if (coerced === undefined) return null;
        const input = { schema, operation, fragments: byName, variables: coerced, context };
        return new PlanRun(input, planning.fields, outcomes).finish((run) => complete({}, run) as object);
      },
    };
  } catch (error) {
    if (error instanceof Unplanned) return null;
    throw error;
  }
}
