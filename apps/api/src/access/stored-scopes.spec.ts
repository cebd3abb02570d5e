import type { StoredRole } from '@reflexbogen/persistence';
import fc from 'fast-check';
import { chosenScope, scopesOf } from './stored-scopes.js';

const aRole = (fields: Partial<StoredRole>): StoredRole => ({
  role: 'ANALYST',
  study: null,
  municipality: null,
  department: null,
  signatory: false,
  singleAnswers: false,
  ...fields,
});
const respondent = (study: string, municipality: string, fields: Partial<StoredRole> = {}): StoredRole =>
  aRole({ role: 'RESPONDENT', study, municipality, ...fields });

const slug = fc.constantFrom('a', 'b', 'c');
const anyRole: fc.Arbitrary<StoredRole> = fc.oneof(
  fc.record({
    role: fc.constantFrom('ADMIN', 'DESIGNER', 'REVIEWER', 'ANALYST', 'KING'),
    study: fc.option(slug),
    municipality: fc.constant(null),
    department: fc.constant(null),
    signatory: fc.constant(false),
    singleAnswers: fc.boolean(),
  }),
  fc.record({
    role: fc.constant('RESPONDENT'),
    study: slug,
    municipality: fc.constantFrom('m', 'n'),
    department: fc.option(fc.constantFrom('housing', 'youth')),
    signatory: fc.boolean(),
    singleAnswers: fc.boolean(),
  }),
);

describe('scopesOf', () => {
  it.each<[string, readonly StoredRole[], readonly (readonly [string, readonly string[], readonly string[] | null])[]]>(
    [
      ['no role', [], []],
      ['an unknown role', [aRole({ role: 'KING' })], []],
      ['every study', [aRole({}), aRole({ role: 'DESIGNER' })], [['*', ['ANALYST', 'DESIGNER'], null]]],
      ['the same in two studies', [aRole({ study: 'b' }), aRole({ study: 'a' })], [['a,b', ['ANALYST'], ['a', 'b']]]],
      [
        'different roles in two studies',
        [aRole({ study: 'a' }), aRole({ role: 'ADMIN', study: 'b' })],
        [
          ['a', ['ANALYST'], ['a']],
          ['b', ['ADMIN'], ['b']],
        ],
      ],
      [
        'more in one study than in all',
        [aRole({}), aRole({ role: 'ADMIN', study: 'b' })],
        [
          ['*', ['ANALYST'], null],
          ['b', ['ADMIN', 'ANALYST'], ['b']],
        ],
      ],
      ['nothing more in one study than in all', [aRole({}), aRole({ study: 'b' })], [['*', ['ANALYST'], null]]],
      [
        'two municipalities and an analyst',
        [aRole({ study: 'a' }), respondent('a', 'm'), respondent('b', 'm', { department: 'housing' })],
        [
          ['a', ['ANALYST'], ['a']],
          ['a/m', ['RESPONDENT'], ['a']],
          ['b/m/housing', ['RESPONDENT'], ['b']],
        ],
      ],
    ],
  )('%s', (_case, roles, expected) => {
    expect(scopesOf(roles).map(({ key, roles: held, studies }) => [key, held, studies])).toEqual(expected);
  });

  it('signs where one of the rows signs', () => {
    expect(scopesOf([respondent('a', 'm'), respondent('a', 'm', { signatory: true })])).toMatchObject([
      { key: 'a/m', signatory: true },
    ]);
  });

  it('is never wider than the rows, and leaves none of them out', () => {
    fc.assert(
      fc.property(fc.array(anyRole, { maxLength: 8 }), (rows) => {
        const scopes = scopesOf(rows);
        const grants = (
          role: string,
          study: string | null,
          municipality: string | null,
          test: (row: StoredRole) => boolean,
        ) =>
          rows.some(
            (row) =>
              row.role === role &&
              (row.study === null || row.study === study) &&
              row.municipality === municipality &&
              test(row),
          );
        for (const { roles, studies, municipality, department, signatory, singleAnswers } of scopes)
          for (const study of studies ?? [null]) {
            for (const role of roles)
              expect(grants(role, study, municipality, (row) => row.department === department)).toBe(true);
            if (signatory) expect(grants('RESPONDENT', study, municipality, (row) => row.signatory)).toBe(true);
            if (singleAnswers)
              expect(roles.some((role) => grants(role, study, municipality, (row) => row.singleAnswers))).toBe(true);
          }
        for (const row of rows)
          if (row.role !== 'KING')
            expect(
              scopes.some(
                ({ roles, studies, municipality, department }) =>
                  roles.map(String).includes(row.role) &&
                  (studies === null || (row.study !== null && studies.includes(row.study))) &&
                  municipality === row.municipality &&
                  department === row.department,
              ),
            ).toBe(true);
        expect(new Set(scopes.map(({ key }) => key)).size).toBe(scopes.length);
      }),
    );
  });
});

describe('chosenScope', () => {
  const scopes = scopesOf([aRole({}), aRole({ role: 'DESIGNER' }), respondent('a', 'm')]);

  it.each<[string, string | null, readonly string[] | null, string | null, readonly string[]]>([
    ['the first without a key', null, null, '*', ['ANALYST', 'DESIGNER']],
    ['the one of the key', 'a/m', null, 'a/m', ['RESPONDENT']],
    ['none of an unknown key', 'a/n', null, null, []],
    ['what a token allows', null, ['DESIGNER', 'ADMIN'], '*', ['DESIGNER']],
    ['the first in which a token allows something', null, ['RESPONDENT'], 'a/m', ['RESPONDENT']],
    ['none in which a token allows nothing', '*', ['RESPONDENT'], null, []],
    ['none where a token allows nothing at all', null, ['ADMIN'], null, []],
  ])('is %s', (_case, key, roles, expected, held) => {
    const scope = chosenScope(scopes, key, roles);
    expect([scope?.scopes.acting ?? null, scope?.roles ?? []]).toEqual([expected, held]);
  });

  it('names the scopes in which a token allows something', () => {
    expect(chosenScope(scopes, null, null)?.scopes).toEqual({ acting: '*', all: ['*', 'a/m'] });
    expect(chosenScope(scopes, null, ['RESPONDENT'])?.scopes).toEqual({ acting: 'a/m', all: ['a/m'] });
  });
});
