import { GraphQLError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import { summaryOf } from './error-summary.js';

/** Of the name that pg gives its errors. */
class DatabaseError extends Error {}

const refused = (properties: object): QueryFailedError =>
  new QueryFailedError('INSERT …', ['Erika'], Object.assign(new DatabaseError('Key (email)=(Erika)'), properties));

describe('summaryOf', () => {
  it('gives class and place of an error, without its message', () => {
    const summary = summaryOf(new TypeError('Erika'));

    expect(summary).toEqual({
      class: 'TypeError',
      frames: expect.arrayContaining([expect.stringContaining('.spec.ts:')]),
    });
    expect(JSON.stringify(summary)).not.toContain('Erika');
  });

  it('gives SQLSTATE, table and constraint of what the database refused, not its detail', () => {
    const summary = summaryOf(
      refused({ code: '23505', detail: 'Erika', where: 'Erika', table: 'person', constraint: 'person_subject_key' }),
    );

    expect(summary).toMatchObject({
      class: 'QueryFailedError',
      causes: ['DatabaseError'],
      sqlstate: '23505',
      table: 'person',
      constraint: 'person_subject_key',
    });
    expect(summary.code).toBeUndefined();
    expect(JSON.stringify(summary)).not.toContain('Erika');
  });

  it('looks through what GraphQL puts around an error', () => {
    expect(summaryOf(new GraphQLError('Erika', { originalError: new RangeError('Erika') }))).toMatchObject({
      class: 'RangeError',
    });
    expect(summaryOf(new GraphQLError('Erika'))).toMatchObject({ class: 'GraphQLError' });
  });

  it('follows causes, and ends where they go in a circle', () => {
    const outer = new Error('a', { cause: Object.assign(new SyntaxError('b'), { code: 'ECONNRESET' }) });
    expect(summaryOf(outer)).toMatchObject({ class: 'Error', causes: ['SyntaxError'], code: 'ECONNRESET' });

    const circle = new Error('a');
    circle.cause = circle;
    expect(summaryOf(circle)).toMatchObject({ class: 'Error' });
  });

  it('names what pg says without a code', () => {
    expect(summaryOf(new Error('timeout exceeded when trying to connect'))).toMatchObject({
      code: 'CONNECTION_TIMEOUT',
    });
    expect(summaryOf(new Error('timeout exceeded when trying to connect as Erika')).code).toBeUndefined();
  });

  it('takes no class from what an error carries', () => {
    const error = Object.assign(new Error('Erika'), { name: 'Erika', constructor: { name: 'Erika' } });
    expect(summaryOf(error)).toMatchObject({ class: 'Error' });
    expect(
      summaryOf(JSON.parse('{"constructor":{"name":"Erika"},"__proto__":{"constructor":{"name":"Erika"}}}')),
    ).toMatchObject({
      class: 'Object',
    });
  });

  it.each([
    ['a text', 'Erika', 'string'],
    ['nothing', null, 'null'],
    ['undefined', undefined, 'undefined'],
    ['an object without a prototype', Object.create(null), 'object'],
  ])('gives the kind of %s', (_name, thrown, expected) => {
    expect(summaryOf(thrown)).toMatchObject({ class: expected });
  });

  it('bears an error whose properties cannot be read', () => {
    const hostile = new Proxy(new Error('Erika'), {
      get: () => {
        throw new Error('Erika');
      },
    });
    expect(summaryOf(hostile)).toEqual({ class: 'Error' });
  });
});
