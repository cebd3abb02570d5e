import { defaultFieldResolver, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { isPromise } from '../graphql/plan-run.js';
import type { ServiceMetrics } from './service-metrics.js';

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** Counts the resolvers that work: those that answer later. What only hands on a property costs nothing more than before. */
export function observeResolvers(schema: GraphQLSchema, metrics: ServiceMetrics): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()))
      if (field.resolve !== undefined && field.resolve !== defaultFieldResolver)
        field.resolve = observed(`${type.name}.${field.name}`, field.resolve, metrics);
  }
  return schema;
}

function observed(name: string, resolve: Resolve, metrics: ServiceMetrics): Resolve {
  /** Null until the field has answered later once: the clock is asked for such fields alone. */
  let work: ReturnType<ServiceMetrics['resolver']> | null = null;
  return (source, args, context, info) => {
    const started = work === null ? 0 : performance.now();
    const value = resolve(source, args, context, info);
    if (!isPromise(value)) return value;
    const begun = work === null ? performance.now() : started;
    const counted = (work ??= metrics.resolver(name));
    counted.calls += 1;
    return value.then(
      (later) => {
        counted.seconds += (performance.now() - begun) / 1000;
        return later;
      },
      (error: unknown) => {
        counted.failures += 1;
        counted.seconds += (performance.now() - begun) / 1000;
        throw error;
      },
    );
  };
}
