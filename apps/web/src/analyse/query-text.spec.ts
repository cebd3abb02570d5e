import { buildSchema, getVariableValues, Kind, parse, validate } from 'graphql';
import { queryText } from './query-text.js';

const SCHEMA = buildSchema('type Query { figure(study: String!, name: String, named: Boolean!): Int }');
const DOCUMENT = `query Figure($study: String!, $name: String, $named: Boolean!) {
  figure(study: $study, name: $name, named: $named)
}`;

/** What a service takes the variables for when none are sent along. */
function valuesOf(text: string): unknown {
  const document = parse(text);
  expect(validate(SCHEMA, document)).toEqual([]);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('an operation was expected');
  const { coerced, errors } = getVariableValues(SCHEMA, operation.variableDefinitions ?? [], {});
  expect(errors).toBeUndefined();
  return { ...coerced };
}

describe('the text of a query behind a figure', () => {
  it.each([
    ['plain values', { study: 'integration-2021', name: '2018', named: true }],
    ['null', { study: 'integration-2021', name: null, named: false }],
    [
      'quotes, backslashes, lines and signs of patterns',
      { study: 'a "b" \\ c\n$& $1 $name', name: '$study', named: true },
    ],
  ])('carries its variables: %s', (_, variables) => {
    expect(valuesOf(queryText({ document: DOCUMENT, variables }))).toEqual(variables);
  });

  it('refuses a variable that the operation does not declare', () => {
    expect(() => queryText({ document: DOCUMENT, variables: { nam: 'x' } })).toThrow('no variable nam');
  });
});
