import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  Kind,
  OperationTypeNode,
  parse,
  print,
  separateOperations,
  type OperationDefinitionNode,
} from 'graphql';
import { Role } from '../harness/api.js';
import { ACCESS_RULES } from '../../apps/api/src/access/access-rules.js';
import { ACTS, UNCOUNTED } from './acts.js';
import { argumentsIn, variablesIn } from './arguments.js';
import { BOUNDED, BOUNDED_BELOW_ACTS, GROWING } from './exceptions.js';
import {
  listFields,
  listOperation,
  noteLengths,
  operationNames,
  payloadLists,
  rootOperation,
} from './list-operations.js';
import { startWorld, type World } from './world.js';

const MOST_STATEMENTS = 12;
/** An act locks, reads, decides, writes, writes to people and puts on record, and says what is there now. */
const MOST_STATEMENTS_OF_ACTS = 22;
/** Everything is there so many times, in two services. */
const SIZES = [10, 100] as const;
const ROLES = [Role.ADMIN, Role.DESIGNER, Role.REVIEWER, Role.ANALYST, Role.RESPONDENT] as const;
/** Objects of one answer: what is deeper stands higher up in an operation of its own. */
const COST = 3_000;
/** What is below their own lists is asked of queries. */
const COST_BELOW_ACTS = 200;
/** How often a query is asked again whose counts differ. */
const AGAIN = 3;
/** Against endless runs, not a measure of speed. */
const PATIENCE_MS = 120_000;

const folder = new URL('../../libs/client/operations/', import.meta.url);
const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const clientOperations = Object.entries(
  separateOperations(
    parse(
      readdirSync(folder)
        .map((file) => readFileSync(new URL(file, folder), 'utf8'))
        .join('\n'),
    ),
  ),
).map(([name, document]) => ({
  name,
  document: print(document),
  operation: document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  )!,
}));

const clientQueries = clientOperations
  .filter(({ operation }) => operation.operation === OperationTypeNode.QUERY)
  .map(({ name }) => name);

/**
 * No list costs a statement for each of its entries: every root field of Query and every list field that can be reached from
 * it is asked of two services with everything ten and a hundred times, and of each the statements are counted after the
 * service has forgotten everything that it keeps. A list that no fixture makes long enough, and an argument that nobody has
 * given a value, fail the spec: a new field is counted, or its bound is stated (exceptions.ts). After that every mutation acts
 * on as many things, and every list below one, or below a subscription, is as long; an act may need more statements, and not
 * more for more.
 *
 * Seen red: without its loader (`return this.rounds.listByStudy(studyId)`) `RoundService.ofStudy` is reported as
 * "Query.studies: 24 statements for 10, 204 for 100", and without the DataLoader of its submissions `ComparisonService` as
 * "Comparison.deltas: 27 statements for 10, 207 for 100"; rounds whose columns
 * are read each by itself as "Query.allSeries: 19 statements for 10, 109 for 100"; `Query.allSeries`, when it was new, as
 * without a value for `study`; `Query.signInMethods` left out of `BOUNDED`, and members whom nobody had invited, as lists that
 * are too short; two freezes, which need all twelve statements, with a limit of eleven; the invitations, which have a
 * transaction for each sheet, as "82 statements for 10, 712 for 100" before they stood in `GROWING`; sheets of which no
 * question was required, as too short a list of `SubmitResponsePayload.errors`.
 */
describe('the statements of', () => {
  const worlds: World[] = [];
  const lengths = SIZES.map(() => new Map<string, number>());

  beforeAll(async () => {
    for (const size of SIZES) {
      worlds.push(await startWorld(size));
    }
  }, 300_000);
  afterAll(async () => {
    for (const world of worlds) await world.stop();
  }, 60_000);

  /** Statements of the same thing in both services. */
  const counted = async (
    name: string,
    ask: (world: World, index: number) => Promise<{ readonly errors: string; readonly statements: number }>,
  ): Promise<readonly number[]> => {
    const counts: number[] = [];
    for (const [index, world] of worlds.entries()) {
      await world.forget();
      const { errors, statements } = await ask(world, index);
      if (errors !== '') throw new Error(`${name} of ${SIZES[index]}: ${errors}`);
      counts.push(statements);
    }
    return counts;
  };
  /** The same of what changes nothing. What the service does meanwhile for itself is counted, too, and only ever adds: the fewest of a few. */
  const countedOfQuery: typeof counted = async (name, ask) => {
    let fewest = await counted(name, ask);
    for (let turn = 0; turn < AGAIN && fewest.some((count) => count !== fewest[0]); turn += 1) {
      const counts = await counted(name, ask);
      fewest = fewest.map((count, index) => Math.min(count, counts[index] ?? count));
    }
    return fewest;
  };
  const expectEqualAndFew = (name: string, [few, many]: readonly number[], most = MOST_STATEMENTS): void => {
    expect(`${name}: ${few} statements for ${SIZES[0]}, ${many} for ${SIZES[1]}`).toBe(
      `${name}: ${few} statements for ${SIZES[0]}, ${few} for ${SIZES[1]}`,
    );
    expect({ name, isFew: (many ?? 0) <= most, statements: many }).toEqual({
      name,
      isFew: true,
      statements: many,
    });
  };

  it.each(operationNames(schema))(
    '%s',
    async (name) => {
      const counts = await countedOfQuery(name, async (world, index) => {
        const asking = { argumentsOf: argumentsIn(world), roles: ROLES, cost: COST };
        const { document, role } = listOperation(schema, name, asking);
        const answer = await world.ask(document, role);
        noteLengths(schema, 'Query', answer.data, lengths[index]!);
        return answer;
      });
      expectEqualAndFew(name, counts);
    },
    PATIENCE_MS,
  );

  it('every list, each long enough', () => {
    const short = [...listFields(schema).keys()].filter((name) =>
      SIZES.some((size, index) => !BOUNDED.has(name) && (lengths[index]!.get(name) ?? 0) < size),
    );
    expect(short).toEqual([]);
    // What is stated to be bounded is, and exists.
    const fields = listFields(schema);
    const long = [...BOUNDED.keys()].filter((name) => !fields.has(name) || (lengths[1]!.get(name) ?? 0) >= SIZES[1]);
    expect(long).toEqual([]);
  });

  it.each(clientQueries)(
    'the client, %s',
    async (name) => {
      const { document, operation } = clientOperations.find((each) => each.name === name)!;
      const roots = operation.selectionSet.selections.flatMap((selection) =>
        selection.kind === Kind.FIELD ? [selection.name.value] : [],
      );
      const rules = roots.map((root) => ACCESS_RULES['Query']?.[root]);
      const role = ROLES.find((each) => rules.every((rule) => rule?.kind !== 'roles' || rule.roles.includes(each)))!;
      const counts = await countedOfQuery(name, (world) => {
        const variables = variablesIn(world, name);
        const missing = (operation.variableDefinitions ?? []).filter(
          ({ variable, type }) => type.kind === Kind.NON_NULL_TYPE && variables[variable.name.value] === undefined,
        );
        if (missing.length > 0) throw new Error(`${name} needs ${missing.map(print).join(', ')} in variablesIn.`);
        return world.ask(document, role, variables);
      });
      expectEqualAndFew(name, counts);
    },
    PATIENCE_MS,
  );

  // Last, since they change what the others ask for.
  it.each(ACTS)(
    'the act: $name',
    async ({ name, mutation, role, isRefused, variables }) => {
      const counts = await counted(name, async (world, index) => {
        const asking = { argumentsOf: argumentsIn(world), cost: COST_BELOW_ACTS };
        const document = rootOperation(schema, `Mutation.${mutation}`, role, asking);
        const given = await variables(world);
        await world.forget();
        const answer = await world.ask(document, role, given);
        noteLengths(schema, 'Mutation', answer.data, lengths[index]!);
        const payload = answer.data?.[mutation] as { readonly errors?: readonly object[] } | null | undefined;
        // Neither done by chance nor refused by mistake.
        expect([name, (payload?.errors ?? []).length > 0, payload?.errors]).toEqual([name, isRefused, payload?.errors]);
        return answer;
      });
      const growing = GROWING.get(name);
      if (growing === undefined) return expectEqualAndFew(name, counts, MOST_STATEMENTS_OF_ACTS);
      const [few = 0, many = 0] = counts;
      const [least, most] = SIZES;
      expect((many - few) / (most - least)).toBe(growing.each);
    },
    PATIENCE_MS,
  );

  it.each(Object.keys(schema.getSubscriptionType()!.getFields()))(
    'the subscription %s, until its first event',
    async (name) => {
      const counts = await counted(name, async (world, index) => {
        const asking = { argumentsOf: argumentsIn(world), cost: COST_BELOW_ACTS };
        const document = rootOperation(schema, `Subscription.${name}`, Role.ADMIN, asking);
        const variables = {
          study: 'main',
          round: 'open',
          by: 'type',
          first: world.size,
          response: world.openSheet,
          since: '0',
        };
        const heard = [];
        // What others do meanwhile is counted too: the fewest of some.
        for (let turn = 0; turn < 5; turn += 1) {
          await world.forget();
          heard.push(await world.hear(document, Role.ADMIN, variables));
        }
        const answer = heard.reduce((few, each) => (each.statements < few.statements ? each : few));
        noteLengths(schema, 'Subscription', answer.data, lengths[index]!);
        expect(answer.statements).toBeGreaterThan(0);
        return answer;
      });
      expectEqualAndFew(name, counts);
    },
    PATIENCE_MS,
  );

  it('every mutation, and every list below one, each long enough', () => {
    const acts = new Set(ACTS.map(({ mutation }) => mutation));
    const mutations = Object.keys(schema.getMutationType()!.getFields());
    expect(mutations.filter((name) => acts.has(name) === UNCOUNTED.has(name))).toEqual([]);
    const lists = payloadLists(schema).filter((name) => !name.endsWith('.path'));
    const short = lists.filter((name) =>
      SIZES.some((size, index) => !BOUNDED_BELOW_ACTS.has(name) && (lengths[index]!.get(name) ?? 0) < size),
    );
    expect(short).toEqual([]);
    const stated = [...BOUNDED_BELOW_ACTS.keys()];
    expect(stated.filter((name) => !lists.includes(name) || (lengths[1]!.get(name) ?? 0) >= SIZES[1])).toEqual([]);
  });
});
