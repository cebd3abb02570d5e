import { parse } from 'graphql';
import { Role } from '../../access/actor.js';
import { bytesByFields, bytesByRoles, rootFieldsOf } from './larger-bodies.js';
import { LIMITS } from './limits.js';

describe('how large a body may be', () => {
  it.each([
    ['nobody', [], LIMITS.BODY_BYTES],
    ['an analyst', [Role.ANALYST], LIMITS.BODY_BYTES],
    ['a designer', [Role.DESIGNER], LIMITS.LARGE_BODY_BYTES],
    ['a respondent, with answers and spreadsheets', [Role.RESPONDENT], LIMITS.LARGE_BODY_BYTES],
  ])('by who sends it: %s', (_name, roles, bytes) => {
    expect(bytesByRoles(roles)).toBe(bytes);
  });

  it.each([
    ['an ordinary field', '{ viewer { name } }', LIMITS.BODY_BYTES],
    ['a question set', 'mutation { saveQuestionSet(input: {}) { version } }', LIMITS.LARGE_BODY_BYTES],
    ['through a fragment', 'mutation { ...F } fragment F on Mutation { saveQuestionSet }', LIMITS.LARGE_BODY_BYTES],
    ['with an ordinary field beside it', 'mutation { saveQuestionSet closeRound }', LIMITS.BODY_BYTES],
    ['under its name', 'mutation { saveQuestionSet: closeRound }', LIMITS.BODY_BYTES],
    ['the name of a property of every object', 'mutation { constructor }', LIMITS.BODY_BYTES],
    [
      'an operation that is not there',
      'mutation A { saveQuestionSet } mutation B { saveQuestionSet }',
      LIMITS.BODY_BYTES,
    ],
  ])('by what it asks: %s', (_name, text, bytes) => {
    expect(bytesByFields(rootFieldsOf(parse(text), null))).toBe(bytes);
  });

  it('by the operation that is named', () => {
    const document = parse('mutation A { saveQuestionSet } mutation B { closeRound }');
    expect(bytesByFields(rootFieldsOf(document, 'A'))).toBe(LIMITS.LARGE_BODY_BYTES);
    expect(bytesByFields(rootFieldsOf(document, 'B'))).toBe(LIMITS.BODY_BYTES);
  });
});
