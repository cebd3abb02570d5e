import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { currentScope, observeStatements } from '@reflexbogen/persistence';
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { VARIABLES, type World } from '../authorisation/operations.js';
import { figures } from '../faults/harness/sizes.js';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { openStudy } from '../harness/open-round.js';

const MOST = 12;
/** With every field at once these take more; they may not take more than today. */
const KNOWN: Readonly<Record<string, number>> = { mySheet: 26, sheet: 18, studies: 13, study: 13 };
/** Beginnings and ends of transactions, budgets and the queue of jobs belong to no field. */
const APART = /^\s*(BEGIN|START|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET)\b|rate_budget|pgboss|set_config/i;
/** What a root field is asked for as: a municipality has its own way in. */
const AS_RESPONDENT = new Set(['mySheet']);

type Field = GraphQLField<unknown, unknown>;
const isList = ({ type }: Field): boolean => isListType(getNullableType(type));
const isPage = ({ args }: Field): boolean => args.some(({ name }) => name === 'first');

/** Every list field that can be reached, with the pages on the way full; lists within lists as far as the limits allow. */
function selection(type: GraphQLNamedType, depth: number, seen: Set<string>, above: ReadonlySet<string>): string {
  if (isLeafType(type)) return '';
  if (isUnionType(type) || isInterfaceType(type) || !isObjectType(type) || depth === 0) return '{ __typename }';
  const fields = Object.values(type.getFields())
    .filter(({ args }) =>
      args.every((arg) => arg.name === 'first' || !isNonNullType(arg.type) || arg.defaultValue !== undefined),
    )
    .filter((field) => !isLeafType(getNamedType(field.type)) || isList(field))
    .filter((field) => !above.has(getNamedType(field.type).name))
    .map((field) => {
      const named = getNamedType(field.type);
      if (isList(field)) seen.add(`${type.name}.${field.name}`);
      return `${field.name}${isPage(field) ? '(first: 4)' : ''} ${selection(named, depth - 1, seen, new Set([...above, type.name]))}`;
    });
  return `{ __typename ${fields.join(' ')} }`;
}

const listFieldsOf = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields())
            .filter(isList)
            .map(({ name }) => `${type.name}.${name}`)
        : [],
    );

/** A study with so many municipalities, and the statements that each root field takes there when it is asked a second time. */
async function statementsWith(
  municipalities: number,
  seen: Set<string>,
): Promise<{ counts: Map<string, string>; lists: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-statements-'));
  cpSync(fileURLToPath(new URL('../fixtures/empty-study', import.meta.url)), folder, { recursive: true });
  const codes = Array.from({ length: municipalities }, (_, index) => `m${index}`);
  writeFileSync(
    join(folder, 'municipalities.csv'),
    `code,name,officialKey\n${codes.map((code) => `${code},${code},`).join('\n')}\n`,
  );
  const api: TestApi = await startTestApi();
  try {
    const study = await openStudy(api, folder);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    const token = await api.token(Role.ADMIN, { study: 'pilot' });
    const respondent = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'm0' });
    const response = await study.responseId(2030, respondent);
    const published =
      (await api.dataSource.query<{ id: string }[]>('SELECT id FROM question_set ORDER BY year DESC LIMIT 1'))[0]?.id ??
      '';
    const world: World = {
      ...{ study: 'pilot', round: '2030', municipality: 'm0', response, draft: published, published },
      ...{ person: crypto.randomUUID(), receipt: 'x', unique: () => crypto.randomUUID() },
    };
    let texts: string[] = [];
    observeStatements(api.dataSource, (text) => {
      // What has no operation is background work, or is loaded for everybody who comes.
      if (currentScope() !== null && !APART.test(text)) texts.push(text);
      return () => undefined;
    });
    const { schema } = api.app.get(GraphQLSchemaHost);
    const counts = new Map<string, string>();
    for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
      const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
      const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
      if (isList(field)) seen.add(`Query.${field.name}`);
      // As deep as the cost allows: lists in lists are dear.
      for (let depth = 5; depth > 0; depth -= 1) {
        const reached = new Set<string>();
        const document = `query ${declared === '' ? '' : `(${declared})`} { ${field.name}${given === '' ? '' : `(${given})`} ${selection(getNamedType(field.type), depth, reached, new Set())} }`;
        const variables = VARIABLES[field.name]?.(world) ?? {};
        const as = AS_RESPONDENT.has(field.name) ? respondent : token;
        const first = await api.query<unknown>(document, variables, as);
        if (first.errors?.some(({ extensions }) => extensions.code.startsWith('LIMIT_')) === true) continue;
        texts = [];
        await api.query(document, variables, as);
        counts.set(field.name, String(texts.length));
        if (first.errors === undefined) for (const name of reached) seen.add(name);
        break;
      }
    }
    return { counts, lists: listFieldsOf(schema) };
  } finally {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('statements of an operation', () => {
  it('are as many for ten municipalities as for a hundred, and at most twelve', async () => {
    const seen = new Set<string>();
    const few = await statementsWith(10, seen);
    const many = await statementsWith(100, seen);
    figures('statements of an operation', {
      'root fields': few.counts.size,
      'list fields asked': [...seen].filter((name) => few.lists.includes(name)).length,
      'list fields there are': few.lists.length,
      'most statements': Math.max(...[...many.counts.values()].map(Number)),
    });
    expect([...many.counts]).toEqual([...few.counts]);
    expect([...many.counts].filter(([name, count]) => Number(count) > (KNOWN[name] ?? MOST))).toEqual([]);
  }, 300_000);
});
