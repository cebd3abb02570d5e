import { EventEmitter } from 'node:events';
import type { NamedAnswer, NotificationListener } from '@reflexbogen/persistence';
import { KnownSheets } from './known-sheets.js';
import type { OpenSheet } from './open-sheet.js';

const KEY = { municipalityId: 'm', roundId: 'r' };
const answer = (revision: number): NamedAnswer => ({
  value: '1',
  comment: null,
  revision,
  provenance: 'TYPED',
  savedAt: new Date(0),
  savedBy: 'p',
  savedByName: 'Anna',
});

/** As far as it is kept. */
const aSheet = (version: number, answers: Readonly<Record<string, NamedAnswer>> = {}, key = KEY): OpenSheet =>
  ({ key, moved: { version }, state: {}, answers: new Map(Object.entries(answers)) }) as unknown as OpenSheet;

function given() {
  const listener = new EventEmitter();
  const sheets = new KnownSheets(listener as unknown as NotificationListener);
  sheets.onModuleInit();
  return { listener, sheets };
}

describe('known sheets', () => {
  it('are known by the questions that were asked for, those without an answer too', () => {
    const { sheets } = given();
    sheets.keep(aSheet(1, { a: answer(1) }), ['a', 'b'], null);

    const known = sheets.find(KEY, ['a', 'b']);
    expect(known?.sheet.version).toBe(1);
    expect([known?.answers.get('a')?.revision, known?.answers.get('b')]).toEqual([1, null]);
    expect(sheets.find(KEY, ['a', 'c'])).toBeNull();
    expect(sheets.find({ ...KEY, roundId: 'x' }, [])).toBeNull();
  });

  it('grow by what was asked for since, and end ten seconds after they were read, however often they are kept', () => {
    const { sheets } = given();
    sheets.keep(aSheet(1, { a: answer(1) }), ['a'], null);
    const first = sheets.find(KEY, ['a']);
    sheets.keep(aSheet(2, { a: answer(2) }), ['a'], first);

    const known = sheets.find(KEY, ['a']);
    expect([known?.sheet.version, known?.answers.get('a')?.revision]).toEqual([2, 2]);
    const until = first?.until ?? 0;
    expect(known?.until).toBe(until);
    expect(sheets.find(KEY, ['a'], until - 1)).not.toBeNull();
    expect(sheets.find(KEY, ['a'], until)).toBeNull();
    // A clock that was set back keeps nothing for longer.
    expect(sheets.find(KEY, ['a'], until - 10_001)).toBeNull();
  });

  it.each(['person', 'reset'])('are forgotten when there is word of a %s: names stand in them', (event) => {
    const { listener, sheets } = given();
    sheets.keep(aSheet(1), ['a'], null);
    listener.emit(event, 'p');
    expect(sheets.find(KEY, ['a'])).toBeNull();
  });

  it('are forgotten one by one, and five hundred of them are kept', () => {
    const { sheets } = given();
    const at = (municipality: number) => ({ municipalityId: String(municipality), roundId: 'r' });
    for (let municipality = 0; municipality <= 500; municipality += 1)
      sheets.keep(aSheet(1, {}, at(municipality)), ['a'], null);
    expect([0, 1, 500].map((municipality) => sheets.find(at(municipality), ['a']) !== null)).toEqual([
      false,
      true,
      true,
    ]);
    sheets.forget(at(500));
    expect(sheets.find(at(500), ['a'])).toBeNull();
  });
});
