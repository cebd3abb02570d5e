import {
  execute,
  GraphQLBoolean,
  GraphQLObjectType,
  GraphQLSchema,
  parse,
  subscribe,
  type ExecutionResult,
} from 'graphql';
import { everyone, only, onlyReading, type TypeRules } from './access-rule.js';
import { AccessRuleError, applyAccessRules } from './access-transform.js';
import { Role, type Actor } from './actor.js';

const analyst: Actor = {
  id: 'a',
  name: 'A',
  roles: [Role.ANALYST],
  studies: null,
  municipality: null,
  department: null,
  signatory: false,
  singleAnswers: false,
  client: null,
};
const reading: Actor = { ...analyst, apiToken: { id: 't', access: 'READ' } };
const writing: Actor = { ...analyst, apiToken: { id: 't', access: 'WRITE' } };

const yes = { type: GraphQLBoolean, resolve: () => true };

async function* events(): AsyncGenerator<{ happened: true }> {
  yield await Promise.resolve({ happened: true });
}

const schemaOf = (rules: Record<string, TypeRules> = RULES): GraphQLSchema =>
  applyAccessRules(
    new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { look: yes, open: yes } }),
      mutation: new GraphQLObjectType({ name: 'Mutation', fields: { change: yes, download: yes, knock: yes } }),
      subscription: new GraphQLObjectType({
        name: 'Subscription',
        fields: { happened: { type: GraphQLBoolean, subscribe: events } },
      }),
    }),
    rules,
  );

const RULES: Record<string, TypeRules> = {
  Query: { look: only(Role.ANALYST), open: everyone },
  Mutation: { change: only(Role.ANALYST), download: onlyReading(Role.ANALYST), knock: everyone },
  Subscription: { happened: only(Role.ANALYST) },
};

const codesOf = ({ errors }: ExecutionResult): readonly unknown[] =>
  (errors ?? []).map(({ extensions }) => extensions['code']);

describe('access rules', () => {
  it.each<[string, Actor | null, string, readonly string[]]>([
    ['nobody looks', null, '{ look }', ['UNAUTHENTICATED']],
    ['nobody enters an open door', null, '{ open }', []],
    ['an analyst looks', analyst, '{ look }', []],
    ['an analyst changes', analyst, 'mutation { change }', []],
    ['a token for reading looks', reading, '{ look }', []],
    ['a token for reading changes', reading, 'mutation { change }', ['FORBIDDEN']],
    ['a token for reading downloads', reading, 'mutation { download }', []],
    ['a token for reading knocks', reading, 'mutation { knock }', []],
    ['a token for writing changes', writing, 'mutation { change }', []],
    ['a designer looks', { ...analyst, roles: [Role.DESIGNER] }, '{ look }', ['FORBIDDEN']],
    ['a designer downloads', { ...analyst, roles: [Role.DESIGNER] }, 'mutation { download }', ['FORBIDDEN']],
  ])('%s', async (_case, actor, document, codes) => {
    const result = await execute({ schema: schemaOf(), document: parse(document), contextValue: { actor } });
    expect(codesOf(result)).toEqual(codes);
  });

  it.each<[string, Actor | null, readonly string[]]>([
    ['nobody', null, ['UNAUTHENTICATED']],
    ['a designer', { ...analyst, roles: [Role.DESIGNER] }, ['FORBIDDEN']],
  ])('%s opens no stream of events', async (_case, actor, codes) => {
    const result = await subscribe({
      schema: schemaOf(),
      document: parse('subscription { happened }'),
      contextValue: { actor },
    });
    expect(Symbol.asyncIterator in result).toBe(false);
    expect(codesOf(result as ExecutionResult)).toEqual(codes);
  });

  it('an analyst opens one, also to read only', async () => {
    for (const actor of [analyst, reading]) {
      const result = await subscribe({
        schema: schemaOf(),
        document: parse('subscription { happened }'),
        contextValue: { actor },
      });
      expect(Symbol.asyncIterator in result).toBe(true);
      if (Symbol.asyncIterator in result)
        expect((await result.next()).value).toMatchObject({ data: { happened: true } });
    }
  });

  it.each<[string, Record<string, TypeRules>, string]>([
    ['a field without rule', { ...RULES, Query: { look: everyone } }, 'Query.open has no access rule'],
    ['a type without rules', { ...RULES, Subscription: {} }, 'Subscription.happened has no access rule'],
    [
      'a rule without field',
      { ...RULES, Query: { ...RULES['Query'], shut: everyone } },
      'Query.shut has a rule but no field',
    ],
  ])('are not served with %s', (_case, rules, message) => {
    expect(() => schemaOf(rules)).toThrow(AccessRuleError);
    expect(() => schemaOf(rules)).toThrow(message);
  });
});
