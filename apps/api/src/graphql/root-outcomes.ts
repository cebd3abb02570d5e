import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { isPromise, OutOfPlan } from './plan-run.js';

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** What the resolver of a first field gave, or may be about to give. */
export type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** By response key. */
export type RootOutcomes = Map<string, Outcome>;

const kept = new WeakMap<object, RootOutcomes>();

/** What a run by plan has asked for is not asked for again when the interpreter runs the same query in the same context. */
export function keepOutcomes(context: object, outcomes: RootOutcomes): void {
  if (outcomes.size > 0) kept.set(context, outcomes);
}

/** Lets the resolvers of first fields give what was kept for their context, once each. */
export function givingKeptOutcomes(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  if (!isObjectType(query)) return schema;
  for (const field of Object.values(query.getFields()))
    if (field.resolve !== undefined) field.resolve = givingKept(field.resolve);
  return schema;
}

const givingKept =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    const outcomes = typeof context === 'object' && context !== null ? kept.get(context) : undefined;
    // Plans do not know paths: they are asked for in the interpreter alone.
    const key = outcomes === undefined ? undefined : String(info.path.key);
    const outcome = key === undefined ? undefined : outcomes?.get(key);
    if (key === undefined || outcome === undefined) return resolve(source, args, context, info);
    outcomes?.delete(key);
    if ('error' in outcome) throw outcome.error;
    if (!isPromise(outcome.value)) return outcome.value;
    return outcome.value.catch((error: unknown) => {
      // It had asked for what only the interpreter knows.
      if (error instanceof OutOfPlan) return resolve(source, args, context, info);
      throw error;
    });
  };
