import type { ModulesContainer } from '@nestjs/core';
import { isInterfaceType, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { GraphQLContext } from './context.js';

/** How Nest marks what a resolver class and its methods are; stable since its version 6, and checked by the spec. */
const NEST = { type: 'graphql:resolver_type', name: 'graphql:resolver_name', property: 'graphql:resolve_property' };
const NEST_PARAMETERS = '__routeArguments__';
const PARENT = 0;
const CONTEXT = 1;
const ARGUMENTS = 3;

type FieldResolver = GraphQLFieldResolver<unknown, GraphQLContext, Readonly<Record<string, unknown>>>;
type Parameter = (source: unknown, args: Readonly<Record<string, unknown>>, context: GraphQLContext) => unknown;
type Method = (...parameters: readonly unknown[]) => unknown;

/** A field resolver in which Nest has nothing to do but hand over parameters. */
export interface PlainFieldResolver {
  readonly type: string;
  readonly field: string;
  readonly resolve: FieldResolver;
}

/** What a parameter stands for; null where pipes or other decorators have work to do. */
function parameterOf(kind: number, metadata: unknown): Parameter | null {
  if (typeof metadata !== 'object' || metadata === null) return null;
  const { data, pipes } = metadata as { readonly data?: unknown; readonly pipes?: readonly unknown[] };
  if (pipes !== undefined && pipes.length > 0) return null;
  if (kind === PARENT && data === undefined) return (source) => source;
  if (kind === CONTEXT && data === undefined) return (_source, _args, context) => context;
  if (kind === ARGUMENTS && typeof data === 'string') return (_source, args) => args[data];
  return null;
}

function parametersOf(owner: object, method: string): readonly Parameter[] | null {
  const metadata = (Reflect.getMetadata(NEST_PARAMETERS, owner, method) ?? {}) as Readonly<Record<string, unknown>>;
  const parameters: Parameter[] = [];
  for (const [key, value] of Object.entries(metadata)) {
    const [kind, index] = key.split(':').map(Number);
    const parameter = kind === undefined ? null : parameterOf(kind, value);
    if (parameter === null || index === undefined || Number.isNaN(index)) return null;
    parameters[index] = parameter;
  }
  // A parameter without a decorator leaves a hole.
  return parameters.includes(undefined as unknown as Parameter) ? null : parameters;
}

const stringIn = (key: string, target: object): string | undefined => {
  const value: unknown = Reflect.getMetadata(key, target);
  return typeof value === 'string' ? value : undefined;
};

function plainFieldsOf(instance: object): readonly PlainFieldResolver[] {
  const prototype = Object.getPrototypeOf(instance) as Readonly<Record<string, unknown>>;
  return Object.getOwnPropertyNames(prototype).flatMap((name): PlainFieldResolver[] => {
    const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
    if (typeof method !== 'function' || Reflect.getMetadata(NEST.property, method) !== true) return [];
    const type = stringIn(NEST.type, method) ?? stringIn(NEST.type, instance.constructor);
    const parameters = parametersOf(instance.constructor, name);
    if (type === undefined || parameters === null) return [];
    const call = (method as Method).bind(instance);
    const resolve: FieldResolver = (source, args, context) =>
      call(...parameters.map((parameter) => parameter(source, args, context)));
    return [{ type, field: stringIn(NEST.name, method) ?? name, resolve: shorter(call, parameters) ?? resolve }];
  });
}

/** The usual numbers of parameters without an array for each call: sheets call these a thousand times. */
function shorter(call: Method, parameters: readonly Parameter[]): FieldResolver | null {
  const [first, second] = parameters;
  if (first === undefined || parameters.length > 2) return null;
  if (second === undefined) return (source, args, context) => call(first(source, args, context));
  return (source, args, context) => call(first(source, args, context), second(source, args, context));
}

/** Every field resolver of the application's resolvers that is plain. */
export const plainFieldResolvers = (modules: ModulesContainer): readonly PlainFieldResolver[] =>
  [...modules.values()].flatMap((module) =>
    [...module.providers.values()].flatMap(({ instance }): readonly PlainFieldResolver[] => {
      const provided: unknown = instance;
      if (typeof provided !== 'object' || provided === null) return [];
      const isResolver = Reflect.hasMetadata(NEST.type, provided.constructor);
      return isResolver ? plainFieldsOf(provided) : [];
    }),
  );

/**
 * Puts plain resolvers in the place of Nest's: those are asynchronous and pass five functions on the way, which costs a sheet
 * of 120 questions more than its computation. Nothing is lost, because no guard, pipe, filter or interceptor is ever put
 * around a field resolver (`fieldResolverEnhancers` is empty; access rules are part of the schema). docs/adr/0011
 */
export function withPlainFieldResolvers(
  schema: GraphQLSchema,
  resolvers: readonly PlainFieldResolver[],
): GraphQLSchema {
  const plain = new Map<unknown, FieldResolver>();
  for (const { type, field, resolve } of resolvers) {
    const owner = schema.getType(type);
    const nested = isObjectType(owner) || isInterfaceType(owner) ? owner.getFields()[field]?.resolve : undefined;
    if (nested !== undefined) plain.set(nested, resolve);
  }
  // Types inherit the resolvers of their interfaces: by the function itself, not by name.
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve = plain.get(field.resolve);
      if (resolve !== undefined) field.resolve = resolve;
    }
  }
  return schema;
}
