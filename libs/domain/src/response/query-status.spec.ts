import {
  acceptanceRefusal,
  nextQueryStatus,
  QUERY_TRANSITIONS,
  type QueryEvent,
  type QueryStatus,
} from './query-status.js';

const STATES = Object.keys(QUERY_TRANSITIONS) as QueryStatus[];

describe('nextQueryStatus', () => {
  it.each<[QueryStatus, QueryEvent, QueryStatus | null]>([
    ['OPEN', 'ANSWER', 'ANSWERED'],
    ['OPEN', 'CLOSE', 'CLOSED'],
    ['OPEN', 'ASK_AGAIN', 'OPEN'],
    ['ANSWERED', 'ANSWER', 'ANSWERED'],
    ['ANSWERED', 'CLOSE', 'CLOSED'],
    ['ANSWERED', 'ASK_AGAIN', 'OPEN'],
    ['CLOSED', 'ANSWER', null],
    ['CLOSED', 'CLOSE', null],
    ['CLOSED', 'ASK_AGAIN', null],
  ])('%s + %s = %s', (from, event, to) => {
    const next = nextQueryStatus(from, event);
    expect(next.ok ? next.value : null).toBe(to);
    if (!next.ok) expect(next.errors[0]).toMatch(new RegExp(`${from}.*${event}`));
  });
});

describe('acceptanceRefusal', () => {
  it.each<[readonly QueryStatus[], boolean]>([
    [[], true],
    [['CLOSED', 'CLOSED'], true],
    [['CLOSED', 'OPEN'], false],
    [['ANSWERED'], false],
  ])('%j', (queries, isAcceptable) => expect(acceptanceRefusal(queries) === null).toBe(isAcceptable));

  it('counts', () => {
    expect(acceptanceRefusal([...STATES, 'OPEN'])).toBe(
      '2 queries are open and 1 answered but not closed; close them first.',
    );
  });
});
