import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, parse, validate } from 'graphql';
import { ACCESS_RULES } from '../apps/api/src/access/access-rules.js';
import { AccessRuleError, applyAccessRules } from '../apps/api/src/access/access-transform.js';

const schemaText = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
const schema = buildSchema(schemaText);

describe('the schema', () => {
  const described: (readonly [string, string | null | undefined])[] = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name))
    .flatMap((type) => {
      const own: [string, string | null | undefined][] = ['Query', 'Mutation', 'Subscription'].includes(type.name)
        ? []
        : [[type.name, type.description]];
      if (isEnumType(type))
        return [
          ...own,
          ...type
            .getValues()
            .map((value) => [`${type.name}.${value.name}`, value.description] as [string, string | null | undefined]),
        ];
      if (isInputObjectType(type))
        return [
          ...own,
          ...Object.values(type.getFields()).map(
            (field) => [`${type.name}.${field.name}`, field.description] as [string, string | null | undefined],
          ),
        ];
      if (isObjectType(type) || isInterfaceType(type))
        return [
          ...own,
          ...Object.values(type.getFields()).flatMap((field): [string, string | null | undefined][] => [
            [`${type.name}.${field.name}`, field.description],
            ...field.args.map((argument): [string, string | null | undefined] => [
              `${type.name}.${field.name}(${argument.name})`,
              argument.description,
            ]),
          ]),
        ];
      return own;
    });

  it('describes every type, field, argument and enum value with a sentence', () => {
    expect(
      described.filter(([, description]) => !/[.!?]$/.test(description?.trim() ?? '')).map(([name]) => name),
    ).toEqual([]);
  });

  it('is not served when a field has no access rule', () => {
    const { Tally: { increased: _increased, ...rest } = {}, ...others } = ACCESS_RULES;
    expect(() => applyAccessRules(buildSchema(schemaText), { ...others, Tally: rest })).toThrow(
      new AccessRuleError('The schema is not served:\n  Tally.increased has no access rule'),
    );
  });

  it('is not served when a rule names a field that is not there', () => {
    expect(() =>
      applyAccessRules(buildSchema(schemaText), { ...ACCESS_RULES, Nothing: { at: { kind: 'public' } } }),
    ).toThrow(/Nothing\.at has a rule but no field/);
  });

  it('has a rule for every field', () => {
    expect(() => applyAccessRules(buildSchema(schemaText), ACCESS_RULES)).not.toThrow();
  });
});

/** The documents that other people's programs rely on, as far as this release goes. */
const DOCUMENTS = new URL('../libs/client/operations/', import.meta.url);

describe('the published operations', () => {
  it.each(existsSync(DOCUMENTS) ? readdirSync(DOCUMENTS) : ['(none)'])('%s is valid', (file) => {
    const document = parse(readFileSync(new URL(file, DOCUMENTS), 'utf8'));
    expect(validate(schema, document)).toEqual([]);
  });
});

const CONTRACT = new URL('../../shared/contract/operations/', import.meta.url);
const SERVED = [
  'compare',
  'compare-by-attribute',
  'compare-in-depth',
  'series',
  'publish-round',
  'respond',
  'diff',
  'live',
];

(existsSync(CONTRACT) ? describe : describe.skip)('the contract (skipped where it is not beside the checkout)', () => {
  it.each(SERVED)('%s.graphql is valid', (name) => {
    expect(validate(schema, parse(readFileSync(new URL(`${name}.graphql`, CONTRACT), 'utf8')))).toEqual([]);
  });
});
