import { learnRelations } from '../logging/known-names.js';
import type { DataSource } from 'typeorm';
import { kindOf, tableOf } from './statement-text.js';

beforeAll(async () => {
  const query = () => Promise.resolve([{ name: 'answer' }, { name: 'job' }]);
  await learnRelations({ query } as unknown as DataSource);
});

it.each<[string, string, string | null]>([
  ['SELECT * FROM "answer" WHERE code = $1', 'SELECT', 'answer'],
  ['  select 1', 'SELECT', null],
  ['UPDATE answer SET value = $1', 'UPDATE', 'answer'],
  ['INSERT INTO public.answer VALUES ($1)', 'INSERT', 'answer'],
  ['SELECT name FROM pgboss.job', 'SELECT', 'job'],
  ['WITH x AS (SELECT 1 FROM nowhere) SELECT * FROM x JOIN answer ON true', 'WITH', 'answer'],
  ['COPY answer FROM STDIN', 'COPY', 'answer'],
  // A text in a statement is no table, whatever it says.
  [`SELECT 'from muster' FROM muster`, 'SELECT', null],
  ['VACUUM muster', 'OTHER', null],
  ['', 'OTHER', null],
])('%s is of kind %s and table %s', (statement, kind, table) => {
  expect([kindOf(statement), tableOf(statement)]).toEqual([kind, table]);
});
