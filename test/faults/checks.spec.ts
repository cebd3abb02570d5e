import { compareWithLedger, type SheetState, type StoredEvent } from './harness/sheet-state.js';
import { Ledger } from './harness/ledger.js';
import { randomOf } from './harness/random.js';

const GROUP = ['q01', 'q02'];

const event = (number: number, object: string, revision: number, text: string): StoredEvent => ({
  number,
  at: '2026-01-01T00:00:00.000Z',
  act: 'SAVE_ANSWER',
  object,
  old: null,
  new: JSON.stringify({ value: text }),
  reason: null,
  revision,
});

/** Two acts on a group of two questions, acknowledged and kept. */
function twoActs(): { readonly state: SheetState; readonly ledger: Ledger } {
  const ledger = new Ledger();
  const history: StoredEvent[] = [];
  const keys = new Map<string, { question: string; revision: number }[]>();
  for (const revision of [1, 2]) {
    const text = `Editor ${revision}`;
    const saved = GROUP.map((question) => ({ question, revision }));
    for (const question of GROUP) history.push(event(history.length + 1, question, revision, text));
    keys.set(`key ${revision}`, saved);
    const answers = GROUP.map((question) => ({ question, value: { text }, basedOnRevision: revision - 1 }));
    const input = { response: 'sheet', idempotencyKey: `key ${revision}`, answers };
    ledger.entries.push({ key: input.idempotencyKey, editor: 'Editor', input, saved, attempts: 1 });
  }
  const answers = new Map(GROUP.map((question) => [question, { value: 'Editor 2', revision: 2 }]));
  return { ledger, state: { status: 'DRAFT', version: 2, events: 4, history, answers, keys } };
}

/** The tests of faults are as good as this comparison: it must see every way in which a sheet can be wrong. */
describe('comparing a sheet with the ledger of its editors', () => {
  const countsOf = (state: SheetState, ledger: Ledger) => {
    const { lost, halfApplied, disagreements } = compareWithLedger(state, ledger, [GROUP]);
    return { lost: lost.length > 0, halfApplied: halfApplied.length > 0, disagreements: disagreements.length > 0 };
  };
  const nothing = { lost: false, halfApplied: false, disagreements: false };

  it('finds nothing in a sheet that is right', () => {
    const { state, ledger } = twoActs();

    expect(countsOf(state, ledger)).toEqual(nothing);
  });

  const without = (state: SheetState, number: number): SheetState['history'] =>
    state.history.filter((stored) => stored.number !== number);
  const answer = (value: string, revision: number) => ({ value, revision });

  it.each<[string, (state: SheetState) => SheetState, Partial<typeof nothing>]>([
    [
      'the last act is gone without a trace',
      (state) => ({
        ...state,
        version: 1,
        events: 2,
        history: state.history.slice(0, 2),
        answers: new Map(GROUP.map((question) => [question, answer('Editor 1', 1)])),
        keys: new Map([...state.keys].slice(0, 1)),
      }),
      { lost: true },
    ],
    [
      'one answer of an act is gone',
      (state) => ({
        ...state,
        events: 3,
        history: without(state, 4),
        answers: new Map([...state.answers, ['q02', answer('Editor 1', 1)]]),
      }),
      { lost: true, halfApplied: true, disagreements: true },
    ],
    [
      'an act is there and its key is not',
      (state) => ({ ...state, keys: new Map([...state.keys].slice(0, 1)) }),
      { lost: true, disagreements: true },
    ],
    [
      'an answer was overwritten at its revision',
      (state) => ({
        ...state,
        history: [...without(state, 4), event(4, 'q02', 2, 'somebody')],
        answers: new Map([...state.answers, ['q02', answer('somebody', 2)]]),
      }),
      { lost: true, halfApplied: true },
    ],
    [
      'an answer is not what its history ends with',
      (state) => ({ ...state, answers: new Map(GROUP.map((question) => [question, answer('somebody', 2)])) }),
      { disagreements: true },
    ],
    [
      'an act took effect twice',
      (state) => ({
        ...state,
        events: 6,
        history: [...state.history, event(5, 'q01', 3, 'Editor 2'), event(6, 'q02', 3, 'Editor 2')],
        answers: new Map(GROUP.map((question) => [question, answer('Editor 2', 3)])),
      }),
      { disagreements: true },
    ],
    [
      'the history has a gap',
      (state) => ({ ...state, history: without(state, 3) }),
      { lost: true, halfApplied: true, disagreements: true },
    ],
    [
      'two acts are said to have saved the same revision',
      (state) => ({ ...state, keys: new Map([...state.keys, ['key 3', [{ question: 'q01', revision: 2 }]]]) }),
      { disagreements: true },
    ],
    [
      'a key is remembered whose answers are not there',
      (state) => ({ ...state, keys: new Map([...state.keys, ['key 3', [{ question: 'q01', revision: 3 }]]]) }),
      { halfApplied: true, disagreements: true },
    ],
    ['the sheet counts other events', (state) => ({ ...state, events: 5 }), { disagreements: true }],
  ])('sees that %s', (_, spoil, found) => {
    const { state, ledger } = twoActs();

    expect(countsOf(spoil(state), ledger)).toEqual({ ...nothing, ...found });
  });

  it('passes on what editors were told and cannot be', () => {
    const { state, ledger } = twoActs();
    ledger.contradictions.push('told of a stranger');

    expect(countsOf(state, ledger)).toEqual({ ...nothing, disagreements: true });
  });
});

describe('the randomness of the tests', () => {
  it('repeats itself by its seed, with streams that differ', () => {
    const draw = (random: ReturnType<typeof randomOf>) => Array.from({ length: 5 }, () => random.between(0, 1000));

    expect(draw(randomOf(7))).toEqual(draw(randomOf(7)));
    expect(draw(randomOf(7))).not.toEqual(draw(randomOf(8)));
    expect(draw(randomOf(7).fork('a'))).not.toEqual(draw(randomOf(7).fork('b')));
    expect(Array.from({ length: 1000 }, () => randomOf(7).between(3, 3))).toEqual(
      Array.from({ length: 1000 }, () => 3),
    );
  });
});
