import { QueryFailedError } from 'typeorm';
import { DatabaseBusyError } from './bounded-pool.js';
import { isUnavailable, translateDatabaseError } from './database-error.js';

const refusal = (code: string, more: { constraint?: string; message?: string } = {}): Error =>
  Object.assign(new Error(more.message ?? 'refused'), {
    code,
    ...(more.constraint === undefined ? {} : { constraint: more.constraint }),
  });

describe('translateDatabaseError', () => {
  it.each([
    ['23505', 'DUPLICATE'],
    ['23503', 'UNKNOWN_REFERENCE'],
    ['23514', 'CHECK_FAILED'],
    ['23502', 'CHECK_FAILED'],
    ['RB001', 'IMMUTABLE'],
    ['42501', 'NOT_PERMITTED'],
    ['40001', 'CONTENTION'],
    ['40P01', 'CONTENTION'],
    ['55P03', 'CONTENTION'],
  ])('names SQLSTATE %s %s, as the driver and as TypeORM throw it', (code, problem) => {
    expect(translateDatabaseError(refusal(code))).toBe(problem);
    expect(translateDatabaseError(new QueryFailedError('SELECT 1', [], refusal(code)))).toBe(problem);
  });

  it.each([
    ['a lost connection', refusal('57P01')],
    ['a bug in the SQL', refusal('42601')],
    ['an error without a code', new Error('bug')],
    ['no error at all', 'refused'],
    ['nothing', undefined],
  ])('leaves %s to others', (_, error) => {
    expect(translateDatabaseError(error)).toBeNull();
  });

  it.each([
    ['the constraint', refusal('23505', { constraint: 'round_code_key' }), 'DUPLICATE'],
    ['its copy in a shard', refusal('23505', { constraint: 'round_code_key_102008' }), 'DUPLICATE'],
    [
      'a message alone, as a distributed table gives it',
      refusal('23505', { message: 'violates "round_code_key_102008"' }),
      'DUPLICATE',
    ],
    ['another constraint', refusal('23505', { constraint: 'round_pkey', message: 'violates "round_pkey"' }), null],
  ])('asked for round_code_key, given %s', (_, error, problem) => {
    expect(translateDatabaseError(error, 'round_code_key')).toBe(problem);
  });
});

describe('isUnavailable', () => {
  it.each([
    ['08006', true, 'a connection failed'],
    ['53300', true, 'too many connections'],
    ['57P01', true, 'the server is going'],
    ['57P03', true, 'the server is coming'],
    ['25P03', true, 'a transaction stood idle'],
    ['55P03', true, 'a lock was not to be had'],
    ['57014', true, 'a statement took too long'],
    ['40001', true, 'two transactions in one place'],
    ['40P01', true, 'two that waited for one another'],
    ['ECONNREFUSED', true, 'nobody listens'],
    ['23505', false, 'a duplicate'],
    ['42501', false, 'no permission'],
    ['42601', false, 'a bug in the SQL'],
    ['', false, 'no code'],
  ])('SQLSTATE or code %s: %s (%s)', (code, expected) => {
    expect(isUnavailable(refusal(code))).toBe(expected);
    expect(isUnavailable(new QueryFailedError('SELECT 1', [], refusal(code)))).toBe(expected);
  });

  it.each([
    [new DatabaseBusyError('too many'), true],
    [new Error('Connection terminated unexpectedly'), true],
    [new Error('the connection terminated in a bug'), false],
    ['57P01', false],
    [null, false],
  ])('%s: %s', (error, expected) => expect(isUnavailable(error)).toBe(expected));
});
