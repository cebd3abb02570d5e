import { nextResponseStatus, type ResponseEvent, type ResponseStatus } from './response-status.js';

describe('nextResponseStatus', () => {
  it.each<[ResponseStatus, ResponseEvent, ResponseStatus]>([
    ['NOT_STARTED', 'SAVE', 'DRAFT'],
    ['NOT_STARTED', 'SUBMIT', 'SUBMITTED'],
    ['DRAFT', 'SAVE', 'DRAFT'],
    ['DRAFT', 'SUBMIT', 'SUBMITTED'],
    ['SUBMITTED', 'RETURN', 'RETURNED'],
    ['SUBMITTED', 'ACCEPT', 'ACCEPTED'],
    ['ACCEPTED', 'RETURN', 'RETURNED'],
    ['SUBMITTED', 'ACCEPT', 'ACCEPTED'],
    ['ACCEPTED', 'RETURN', 'RETURNED'],
    ['RETURNED', 'SAVE', 'RETURNED'],
    ['RETURNED', 'SUBMIT', 'SUBMITTED'],
  ])('%s + %s = %s', (from, event, to) => {
    expect(nextResponseStatus(from, event)).toEqual({ ok: true, value: to });
  });

  it.each<[ResponseStatus, ResponseEvent]>([
    ['SUBMITTED', 'SAVE'],
    ['SUBMITTED', 'SUBMIT'],
    ['ACCEPTED', 'SAVE'],
    ['ACCEPTED', 'SUBMIT'],
    ['DRAFT', 'ACCEPT'],
    ['NOT_STARTED', 'RETURN'],
  ])('%s refuses %s and names both', (from, event) => {
    const result = nextResponseStatus(from, event);

    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.errors[0]).toMatch(new RegExp(`${from}.*${event}`));
  });
});
