import { QueryFailedError } from 'typeorm';
import { translateDatabaseError } from './database-error.js';

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
