import fc from 'fast-check';
import { changePanel, type PanelChange, type PanelMember } from './change-panel.js';
import { membershipIn } from './study.js';
import { checkSuccession } from './succession.js';

const newcomer = (code: string) => ({ code, name: code.toUpperCase(), officialKey: null, attributes: {} });
const member = (code: string, more: Partial<PanelMember> = {}): PanelMember => ({
  ...newcomer(code),
  attributesByRound: {},
  memberFrom: null,
  memberTo: null,
  joinedBecause: null,
  leftBecause: null,
  carriesOn: null,
  ...more,
});
const PANEL = ['a', 'b', 'c'].map((code) => member(code));
const messages = (changes: readonly PanelChange[], panel = PANEL) => {
  const outcome = changePanel(panel, changes);
  return outcome.ok ? [] : outcome.errors.map(({ index, message }) => `${index}: ${message}`);
};

describe('changePanel', () => {
  it('lets a municipality join and leave with its years', () => {
    expect(
      changePanel(PANEL, [
        { kind: 'JOIN', municipality: newcomer('d'), year: 2019 },
        { kind: 'LEAVE', code: 'a', year: 2019 },
      ]),
    ).toEqual({
      ok: true,
      value: {
        added: [member('d', { memberFrom: 2019, joinedBecause: 'JOINED' })],
        changed: [member('a', { memberTo: 2018, leftBecause: 'LEFT' })],
      },
    });
  });

  it('merges and splits, with and without somebody who carries on', () => {
    const outcome = changePanel(PANEL, [
      { kind: 'MERGE', parts: ['a', 'b'], into: newcomer('ab'), year: 2019, carriesOn: 'b' },
      { kind: 'SPLIT', code: 'c', into: [newcomer('c1'), newcomer('c2')], year: 2020, carriedOnBy: 'c2' },
    ]);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        added: [
          { code: 'ab', memberFrom: 2019, joinedBecause: 'MERGED', carriesOn: 'b' },
          { code: 'c1', memberFrom: 2020, joinedBecause: 'SPLIT', carriesOn: null },
          { code: 'c2', memberFrom: 2020, joinedBecause: 'SPLIT', carriesOn: 'c' },
        ],
        changed: [
          { code: 'a', memberTo: 2018, leftBecause: 'MERGED' },
          { code: 'b', memberTo: 2018, leftBecause: 'MERGED' },
          { code: 'c', memberTo: 2019, leftBecause: 'SPLIT' },
        ],
      },
    });
  });

  it('applies changes one after another', () => {
    const outcome = changePanel(PANEL, [
      { kind: 'JOIN', municipality: newcomer('d'), year: 2018 },
      { kind: 'LEAVE', code: 'd', year: 2020 },
    ]);
    expect(outcome).toMatchObject({
      ok: true,
      value: { added: [{ code: 'd', memberFrom: 2018, memberTo: 2019, leftBecause: 'LEFT' }], changed: [] },
    });
  });

  it.each<[string, PanelChange]>([
    ['0: nobody is not in the panel.', { kind: 'LEAVE', code: 'nobody', year: 2019 }],
    [
      '0: a is in the panel already; a new unit needs a new code.',
      { kind: 'JOIN', municipality: newcomer('a'), year: 2019 },
    ],
    ['0: A municipality needs a code and a name.', { kind: 'JOIN', municipality: newcomer(' '), year: 2019 }],
    ['0: The year is 19; expected 1900 to 9999.', { kind: 'LEAVE', code: 'a', year: 19 }],
    [
      '0: A merger has at least two parts, each named once.',
      { kind: 'MERGE', parts: ['a'], into: newcomer('x'), year: 2019 },
    ],
    [
      '0: c is none of the parts; expected one of a, b.',
      { kind: 'MERGE', parts: ['a', 'b'], into: newcomer('x'), year: 2019, carriesOn: 'c' },
    ],
    ['0: A split gives at least two municipalities.', { kind: 'SPLIT', code: 'a', into: [newcomer('x')], year: 2019 }],
    [
      '0: y is none of the new municipalities.',
      { kind: 'SPLIT', code: 'a', into: [newcomer('x'), newcomer('z')], year: 2019, carriedOnBy: 'y' },
    ],
  ])('refuses: %s', (message, change) => {
    expect(messages([change])).toEqual([message]);
  });

  it('refuses to end what has ended, or has not begun', () => {
    const left = member('l', { memberTo: 2018, leftBecause: 'LEFT' });
    const late = member('n', { memberFrom: 2020, joinedBecause: 'JOINED' });
    expect(messages([{ kind: 'LEAVE', code: 'l', year: 2020 }], [left])).toEqual([
      '0: l is a member up to 2018 already.',
    ]);
    expect(messages([{ kind: 'LEAVE', code: 'n', year: 2020 }], [late])).toEqual([
      '0: n is a member from 2020; it cannot end before 2020.',
    ]);
  });

  it('never changes who was a member before, and keeps successions sound', () => {
    const change = fc.oneof(
      fc.record({
        kind: fc.constant('JOIN' as const),
        municipality: fc.constantFrom('d', 'e', 'f').map(newcomer),
        year: fc.integer({ min: 2018, max: 2021 }),
      }),
      fc.record({
        kind: fc.constant('LEAVE' as const),
        code: fc.constantFrom('a', 'b', 'c', 'd'),
        year: fc.integer({ min: 2018, max: 2021 }),
      }),
      fc.record({
        kind: fc.constant('MERGE' as const),
        parts: fc.constantFrom(['a', 'b'], ['b', 'c'], ['a', 'd']),
        into: fc.constantFrom('m', 'n').map(newcomer),
        year: fc.integer({ min: 2018, max: 2021 }),
        carriesOn: fc.constantFrom('a', 'b'),
      }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const outcome = changePanel(PANEL, changes);
        if (!outcome.ok) return;
        const first = Math.min(...changes.map(({ year }) => year), 9999);
        const { added, changed } = outcome.value;
        for (const each of changed) expect(membershipIn({ ...each, id: each.code }, first - 1)).toBe('MEMBER');
        for (const each of added) expect(membershipIn({ ...each, id: each.code }, first - 1)).not.toBe('MEMBER');
        const codes = new Set(changed.map(({ code }) => code));
        const now = [...PANEL.filter(({ code }) => !codes.has(code)), ...changed, ...added];
        expect(checkSuccession(now.map((each) => ({ ...each, id: each.code })))).toEqual([]);
      }),
    );
  });
});
