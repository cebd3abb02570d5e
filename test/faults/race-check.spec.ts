import { encodeSubmission, layoutOf, prepareQuestionSet, receiptOf, type AnswerValue } from '@reflexbogen/domain';
import type { StoredSubmission } from '@reflexbogen/persistence';
import type { RacedAct } from './harness/race.js';
import { faultsOf, type RaceRecord } from './harness/race-check.js';
import type { StoredEvent } from './harness/sheet-state.js';
import { ROUND, STUDY } from './harness/survey.js';

const questionSet = prepareQuestionSet('set', {
  year: 2018,
  revision: 1,
  scales: [],
  sections: [
    {
      code: 'all',
      title: { de: 'Alles' },
      questions: [{ code: 'q01', type: 'TEXT', required: false, text: { de: 'Frage' } }],
    },
  ],
});
const START = Date.parse('2026-01-01T00:00:00Z');
const at = (milliseconds: number): string => new Date(START + milliseconds).toISOString();

const answers = new Map<string, AnswerValue>([['q01', { kind: 'TEXT', text: 'one' }]]);
const receipt = receiptOf({
  study: STUDY,
  municipality: 'm0001',
  round: ROUND,
  questionSet,
  questionSetHash: 'hash',
  number: 1,
  answers,
});
const submission: StoredSubmission = {
  ...encodeSubmission(layoutOf(questionSet), answers, new Set(), new Map()),
  municipalityId: 'municipality',
  roundId: 'round',
  questionSetId: 'set',
  sequence: 1,
  number: 1,
  submittedAt: new Date(START),
  submittedBy: 'person',
  receipt,
};

const event = (number: number, act: string, more: Partial<StoredEvent>): StoredEvent => ({
  number,
  at: at(number),
  act,
  object: null,
  old: null,
  new: null,
  reason: null,
  revision: null,
  ...more,
});
const act = (kind: RacedAct['kind'], sent: number, more: Partial<RacedAct> = {}): RacedAct => ({
  kind,
  refusal: null,
  sentAt: START + sent,
  answeredAt: START + sent + 1,
  saved: [],
  receipt: null,
  again: null,
  reason: null,
  ...more,
});

/** A window, a save, a submit, a save that is refused, a return. */
const record: RaceRecord = {
  municipality: 'm0001',
  acts: [
    act('SAVE', 2, { saved: [{ question: 'q01', revision: 1 }] }),
    act('SUBMIT', 4, { receipt, again: receipt }),
    act('SAVE', 6, { refusal: 'NOT_EDITABLE' }),
    act('RETURN', 8, { reason: 'why' }),
    act('SAVE', 200, { refusal: 'ROUND_NOT_OPEN' }),
  ],
  state: {
    status: 'RETURNED',
    version: 3,
    events: 4,
    history: [
      event(1, 'EXTEND', { new: at(100), reason: 'window' }),
      event(2, 'SAVE_ANSWER', { object: 'q01', revision: 1, new: '{"value":"one"}' }),
      event(3, 'SUBMIT', { new: receipt }),
      event(4, 'RETURN', { reason: 'why', new: 'RETURNED' }),
    ],
    answers: new Map([['q01', { value: 'one', revision: 1 }]]),
    keys: new Map(),
  },
  submissions: [submission],
  questionSet,
  contentHash: 'hash',
};

type History = readonly StoredEvent[];
const withHistory = (change: (history: History) => History, status = record.state.status): RaceRecord => ({
  ...record,
  state: { ...record.state, status, history: change(record.state.history) },
});
const withActs = (change: (acts: RaceRecord['acts']) => RaceRecord['acts']): RaceRecord => ({
  ...record,
  acts: change(record.acts),
});

describe('checking a race', () => {
  it('finds nothing in one that is right', () => {
    expect(faultsOf(record)).toEqual([]);
  });

  it.each<[string, RaceRecord, RegExp]>([
    [
      'a state without a way to it',
      withHistory((history) => history, 'ACCEPTED'),
      /is ACCEPTED, its history ends RETURNED/,
    ],
    [
      'a save after the submit',
      withHistory((history) => [0, 2, 1, 3].flatMap((index) => history[index] ?? [])),
      /SAVE of a sheet that is SUBMITTED/,
    ],
    [
      'a submission that is not what was saved',
      withHistory((history) =>
        history.map((stored) => (stored.new === '{"value":"one"}' ? { ...stored, new: '{"value":"two"}' } : stored)),
      ),
      /submission 1 differs .*: q01/,
    ],
    [
      'a save after the deadline',
      withHistory((history) => history.map((stored) => (stored.act === 'EXTEND' ? { ...stored, new: at(2) } : stored))),
      /SAVE at .*, the window ended/,
    ],
    [
      'an acknowledged act without an event',
      withHistory((history) => history.slice(0, 3), 'SUBMITTED'),
      /acknowledged RETURN has no event/,
    ],
    [
      'an event without an act',
      withActs((acts) => acts.filter(({ kind }) => kind !== 'RETURN')),
      /1 events RETURN, 0 acknowledged/,
    ],
    [
      'a repetition that was told of a stranger',
      withActs((acts) => acts.map((done) => (done.kind === 'SUBMIT' ? { ...done, again: 'NOT_SUBMITTABLE' } : done))),
      /repeated SUBMIT gave NOT_SUBMITTABLE/,
    ],
    [
      'a repetition that handed in once more',
      withHistory((history) => [...history, event(5, 'SUBMIT', { new: 'another receipt' })], 'SUBMITTED'),
      /2 events SUBMIT, 1 acknowledged/,
    ],
    [
      'a refusal that cannot be',
      withActs((acts) => [...acts, act('ACCEPT', 9, { refusal: 'NOT_FOUND' })]),
      /ACCEPT was refused with NOT_FOUND/,
    ],
    [
      'a refusal before the deadline',
      withActs((acts) => [...acts, act('SAVE', 9, { refusal: 'ROUND_NOT_OPEN' })]),
      /SAVE was refused before any deadline/,
    ],
    [
      'an act that stands before what was acknowledged before it was sent',
      withActs((acts) =>
        acts.map((done) => (done.kind === 'SUBMIT' ? { ...done, sentAt: START + 20, answeredAt: START + 21 } : done)),
      ),
      /SUBMIT was sent after RETURN was acknowledged/,
    ],
    [
      'a receipt that does not recompute',
      { ...record, contentHash: 'another' },
      /receipt of submission 1 does not recompute/,
    ],
    [
      'a submission that is not in the history',
      { ...record, submissions: [submission, submission] },
      /2 submissions, 1 in the history/,
    ],
  ])('sees %s', (_, spoiled, fault) => {
    expect(faultsOf(spoiled).join('\n')).toMatch(fault);
  });
});
