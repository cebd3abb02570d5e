import type { ModulesContainer } from '@nestjs/core';
import { Args, ArgsType, Context, Field, Info, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { buildSchema, isObjectType, type GraphQLFieldResolver } from 'graphql';
import { DeltaResolver } from '../comparison/comparison.resolver.js';
import type { GraphQLContext } from './context.js';
import { plainFieldResolvers, withPlainFieldResolvers } from './plain-field-resolvers.js';

const context: GraphQLContext = {
  actor: null,
  requestId: 'r',
  receivedAt: new Date(0),
  address: '127.0.0.1',
  fromLoopback: true,
};

@ArgsType()
class ManyArgs {
  @Field()
  one!: string;
}

@ObjectType('Thing')
class Thing {
  @Field()
  name!: string;
}

@Resolver(() => Thing)
class ThingResolver {
  private readonly greeting = 'hello';

  @ResolveField(() => String)
  greet(@Args('name') name: string, @Parent() thing: { name: string }, @Context() own: GraphQLContext): string {
    return `${this.greeting} ${name} from ${thing.name} (${own.requestId})`;
  }

  @ResolveField(() => String)
  own(@Parent() thing: { name: string }): string {
    return thing.name;
  }

  @ResolveField('other', () => String)
  renamed(@Parent() thing: { name: string }): string {
    return thing.name;
  }

  @ResolveField(() => String)
  validated(@Args() args: ManyArgs): string {
    return args.one;
  }

  @ResolveField(() => String)
  piped(@Args('name', { transform: (value: string) => value }) name: string): string {
    return name;
  }

  @ResolveField(() => String)
  placed(@Info() info: { fieldName: string }): string {
    return info.fieldName;
  }

  helper(): string {
    return this.greeting;
  }
}

const containerOf = (...instances: readonly object[]): ModulesContainer =>
  new Map([
    ['module', { providers: new Map(instances.map((instance) => [instance.constructor, { instance }])) }],
  ]) as unknown as ModulesContainer;

const call = (resolve: GraphQLFieldResolver<unknown, GraphQLContext>, source: unknown, args: object): unknown =>
  resolve(source, args, context, undefined as never);

describe('plainFieldResolvers', () => {
  const found = plainFieldResolvers(containerOf(new ThingResolver(), { greet: 'no resolver' }));

  it('finds field resolvers that take a parent, single arguments and the context', () => {
    expect(found.map(({ type, field }) => `${type}.${field}`).sort()).toEqual([
      'Thing.greet',
      'Thing.other',
      'Thing.own',
    ]);
  });

  it('hands over what the parameters ask for, in their order, and keeps `this`', () => {
    const greet = found.find(({ field }) => field === 'greet');

    expect(greet && call(greet.resolve, { name: 'T' }, { name: 'N' })).toBe('hello N from T (r)');
  });

  it('finds what whole sheets are made of', () => {
    const deltas = plainFieldResolvers(containerOf(new DeltaResolver())).map(({ field }) => field);

    expect(deltas).toEqual(expect.arrayContaining(['sentence', 'levelShare', 'groups']));
    // A class of arguments with rules of its own stays with Nest.
    expect(deltas).not.toContain('municipalities');
  });
});

describe('withPlainFieldResolvers', () => {
  it('replaces resolvers on types, and on types that inherit them from an interface', () => {
    const schema = buildSchema(`
      interface Base { own: String } type Kept { own: String } type Query { thing: Thing }
      type Thing implements Base { own: String, greet: String }
    `);
    const nested: GraphQLFieldResolver<unknown, unknown> = () => 'nest';
    const others: GraphQLFieldResolver<unknown, unknown> = () => 'kept';
    const fieldsOf = (name: string) => {
      const type = schema.getType(name);
      return isObjectType(type) || (type !== undefined && 'getFields' in type && !('isOneOf' in type))
        ? (type.getFields() as Record<string, { resolve?: GraphQLFieldResolver<unknown, unknown> }>)
        : {};
    };
    for (const [type, field, resolve] of [
      ['Base', 'own', nested],
      ['Thing', 'own', nested],
      ['Thing', 'greet', others],
      ['Kept', 'own', others],
    ] as const)
      Object.assign(fieldsOf(type)[field] ?? {}, { resolve });

    withPlainFieldResolvers(schema, [{ type: 'Base', field: 'own', resolve: () => 'plain' }]);

    expect(fieldsOf('Thing')['own']?.resolve?.({}, {}, {}, undefined as never)).toBe('plain');
    expect(fieldsOf('Thing')['greet']?.resolve).toBe(others);
    expect(fieldsOf('Kept')['own']?.resolve).toBe(others);
  });
});
