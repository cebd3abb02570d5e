import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { ACCESS_RULES } from '../../apps/api/src/access/access-rules.js';
import type { Role } from '../../apps/api/src/access/actor.js';
import { documentBreach, textBreach } from '../../apps/api/src/graphql/limits/document-limits.js';
import { LIMITS } from '../../apps/api/src/graphql/limits/limits.js';
import { costOf } from '../../apps/api/src/graphql/limits/operation-limits.plugin.js';

type Field = GraphQLField<unknown, unknown>;

/** A field on the way from Query: of a type, which is a member of the abstract type before it where it names one. */
interface Step {
  readonly type: string;
  readonly field: Field;
}

/** One thing that is asked of the service, and every list below it. */
export interface ListOperation {
  /** `Type.field` of the list, or of the root field. */
  readonly name: string;
  /** Who asks. */
  readonly role: Role;
  readonly document: string;
}

export interface Asking {
  readonly argumentsOf: ArgumentsOf;
  /** By rank: the first one that may read all fields on the way asks, for every field below that it may read. */
  readonly roles: readonly Role[];
  /** Objects that an answer may hold, as the service's limits count them, where less can be asked for. */
  readonly cost: number;
}

/**
 * What a field is asked with.
 * @param target `Type.field` of the list that the operation is about
 * @returns arguments by name as GraphQL has them; null where it is left out beside this list; undefined where nobody has
 *   said what the field needs
 */
export type ArgumentsOf = (field: string, target: string) => Readonly<Record<string, string>> | null | undefined;

/** How much is asked for below the list, the most first: what the limits of the service let through is taken. */
const SHAPES = [
  { lists: 2, depth: 6 },
  { lists: 2, depth: 4 },
  { lists: 1, depth: 5 },
  { lists: 1, depth: 3 },
  { lists: 0, depth: 3 },
  { lists: 0, depth: 2 },
];
const MOST_LEVELS = 10;

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));
const fieldsOf = (type: GraphQLNamedType): readonly Field[] =>
  isObjectType(type) ? Object.values(type.getFields()) : [];

/** Ways that are taken where nothing else leads to a type: they read the columns of all rounds, or compute two freezes. */
const DETOURS: ReadonlySet<string> = new Set(['allSeries', 'series', 'freezeDiff']);

/** Every list field that can be reached from Query with its shortest way there, by `Type.field`. */
export function listFields(schema: GraphQLSchema): ReadonlyMap<string, readonly Step[]> {
  const found = new Map<string, readonly Step[]>();
  const seen = new Set<string>();
  const roots = fieldsOf(schema.getQueryType()!);
  for (const isDetour of [false, true]) {
    const queue = roots
      .filter(({ name }) => DETOURS.has(name) === isDetour)
      .map((field): readonly Step[] => [{ type: 'Query', field }]);
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const { type, field } = path.at(-1)!;
      if (isList(field.type)) found.set(`${type}.${field.name}`, path);
      const inner = getNamedType(field.type);
      for (const member of isAbstractType(inner) ? schema.getPossibleTypes(inner) : [inner]) {
        if (isLeafType(member) || seen.has(member.name)) continue;
        seen.add(member.name);
        for (const own of fieldsOf(member)) queue.push([...path, { type: member.name, field: own }]);
      }
    }
  }
  return found;
}

/** Names of all operations, without what they are asked with. */
export const operationNames = (schema: GraphQLSchema): readonly string[] => [
  ...new Set([...fieldsOf(schema.getQueryType()!).map(({ name }) => `Query.${name}`), ...listFields(schema).keys()]),
];

/** The operation of a root field of Query, or of a list field below. */
export function listOperation(schema: GraphQLSchema, name: string, asking: Asking): ListOperation {
  const own = schema.getQueryType()!.getFields()[name.replace('Query.', '')];
  const path = listFields(schema).get(name) ?? (own === undefined ? [] : [{ type: 'Query', field: own }]);
  const role = asking.roles.find((candidate) => path.every(({ type, field }) => mayRead(candidate, type, field.name)));
  if (role === undefined) throw new Error(`${name}: no role may read it.`);
  return { name, role, document: documentFor(schema, { name, path, role }, asking) };
}

/** List fields that are reached from mutations and subscriptions alone, by `Type.field`. */
export function payloadLists(schema: GraphQLSchema): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const queue = [schema.getMutationType()!, schema.getSubscriptionType()!] as GraphQLNamedType[];
  for (let type = queue.shift(); type !== undefined; type = queue.shift())
    for (const member of isAbstractType(type) ? schema.getPossibleTypes(type) : [type]) {
      if (seen.has(member.name)) continue;
      seen.add(member.name);
      for (const field of fieldsOf(member)) {
        if (isList(field.type)) found.add(`${member.name}.${field.name}`);
        queue.push(getNamedType(field.type));
      }
    }
  const asked = listFields(schema);
  return [...found].filter((name) => !asked.has(name));
}

/** A mutation or subscription by `Type.field`, with variables for all its arguments, and everything that it answers with. */
export function rootOperation(schema: GraphQLSchema, name: string, role: Role, asking: Omit<Asking, 'roles'>): string {
  const [type, own] = name.split('.') as ['Mutation' | 'Subscription', string];
  const root = type === 'Mutation' ? schema.getMutationType() : schema.getSubscriptionType();
  const field = root?.getFields()[own];
  if (field === undefined) throw new Error(`There is no ${name}.`);
  const target = { name, path: [{ type, field }], role };
  return documentFor(schema, target, { ...asking, roles: [role] });
}

const mayRead = (role: Role, type: string, field: string): boolean => {
  const rule = ACCESS_RULES[type]?.[field];
  return rule?.kind !== 'roles' || rule.roles.includes(role);
};

interface Target {
  readonly name: string;
  readonly path: readonly Step[];
  readonly role: Role;
}

function documentFor(schema: GraphQLSchema, target: Target, asking: Asking): string {
  for (const { lists, depth } of SHAPES) {
    const text = new Writer(schema, target, asking).query(lists, Math.min(depth, MOST_LEVELS - target.path.length));
    // The smallest is asked for whatever it costs.
    const isLast = lists === 0 && depth === SHAPES.at(-1)?.depth;
    if (isWithinLimits(schema, text, isLast ? LIMITS.COST : asking.cost)) return text;
  }
  throw new Error(`${target.name}: nothing that can be asked of it is within the limits.`);
}

function isWithinLimits(schema: GraphQLSchema, text: string, mostCost: number): boolean {
  if (textBreach(text) !== null) return false;
  const document = parse(text);
  const [operation] = document.definitions as readonly OperationDefinitionNode[];
  const { breach, cost } = costOf(schema, document, operation!, {});
  return documentBreach(document) === null && breach === null && cost <= mostCost;
}

class Writer {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly target: Target,
    private readonly asking: Asking,
  ) {}

  query(lists: number, depth: number): string {
    const [root] = this.target.path;
    if (root !== undefined && root.type !== 'Query') return this.act(root, lists, depth);
    const write = ([step, ...rest]: readonly Step[]): string => {
      const { field } = step!;
      const inner = getNamedType(field.type);
      const head = this.head(step!);
      if (rest.length === 0) return isLeafType(inner) ? head : `${head} ${this.selection(inner, lists, depth)}`;
      const below = write(rest);
      return `${head} { ${isAbstractType(inner) ? `__typename ... on ${rest[0]!.type} { ${below} }` : below} }`;
    };
    return `query { ${write(this.target.path)} }`;
  }

  private act({ type, field }: Step, lists: number, depth: number): string {
    const variables = field.args.map(({ name, type: expected }) => `$${name}: ${String(expected)}`).join(', ');
    const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
    const inner = getNamedType(field.type);
    const below = isLeafType(inner) ? '' : this.selection(inner, lists, depth);
    return `${type.toLowerCase()} (${variables}) { ${field.name}(${given}) ${below} }`;
  }

  /** Every leaf, every object, and so many lists of objects within each other. */
  private selection(type: GraphQLNamedType, lists: number, depth: number): string {
    if (isAbstractType(type))
      return `{ __typename ${this.schema
        .getPossibleTypes(type)
        .map((member) => `... on ${member.name} ${this.selection(member, lists, depth)}`)
        .join(' ')} }`;
    const fields = fieldsOf(type).flatMap((field): string[] => {
      if (!mayRead(this.target.role, type.name, field.name)) return [];
      if (this.asking.argumentsOf(`${type.name}.${field.name}`, this.target.name) === null) return [];
      const inner = getNamedType(field.type);
      const step = { type: type.name, field };
      if (isLeafType(inner)) return [this.head(step)];
      // What a connection is of counts as its list.
      const left = isList(field.type) ? lists - 1 : lists;
      return left < 0 || depth <= 1 ? [] : [`${this.head(step)} ${this.selection(inner, left, depth - 1)}`];
    });
    return `{ __typename ${fields.join(' ')} }`;
  }

  private head({ type, field }: Step): string {
    const given = this.asking.argumentsOf(`${type}.${field.name}`, this.target.name) ?? {};
    for (const { name, type: expected, defaultValue } of field.args)
      if (isNonNullType(expected) && defaultValue === undefined && given[name] === undefined)
        throw new Error(`${type}.${field.name}(${name}:) has no value in ARGUMENTS: nobody counts its statements.`);
    const known = field.args.filter(({ name }) => given[name] !== undefined);
    return known.length === 0
      ? field.name
      : `${field.name}(${known.map(({ name }) => `${name}: ${given[name]}`).join(', ')})`;
  }
}

/** Notes the length of every list in an answer: the longest of each `Type.field`. */
export function noteLengths(
  schema: GraphQLSchema,
  typeName: string,
  value: unknown,
  lengths: Map<string, number>,
): void {
  if (Array.isArray(value)) return value.forEach((item) => noteLengths(schema, typeName, item, lengths));
  const type = schema.getType(typeName);
  if (typeof value !== 'object' || value === null || type === undefined) return;
  const own = isAbstractType(type) ? schema.getType((value as { __typename: string }).__typename) : type;
  if (!isObjectType(own)) return;
  for (const [name, inner] of Object.entries(value)) {
    const field = own.getFields()[name];
    if (field === undefined) continue;
    const key = `${own.name}.${name}`;
    if (Array.isArray(inner)) lengths.set(key, Math.max(lengths.get(key) ?? 0, inner.length));
    noteLengths(schema, getNamedType(field.type).name, inner, lengths);
  }
}
