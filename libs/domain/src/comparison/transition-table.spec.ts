import fc from 'fast-check';
import { states } from './comparison.builders.js';
import { stateAt, stateMapOf, STATE_REASONS } from './state-map.js';
import type { Side } from './state-map.js';
import { addTables, emptyTable, tableSize, transitionTable, transitionTablesByGroup } from './transition-table.js';

const ranks = (levels: number): readonly number[] => Array.from({ length: levels }, (_, rank) => rank);
const side = (text: string, levels = 3): Side => ({ states: states(text), map: stateMapOf(levels, ranks(levels), []) });
const wide = (values: readonly number[], levels: number): Side => ({
  states: Uint16Array.from(values),
  map: stateMapOf(levels, ranks(levels), []),
});

/** Nonzero cells as `row>column: count`, reasons by name. */
function cells({ levels, counts }: { levels: number; counts: Uint32Array }): Record<string, number> {
  const size = tableSize(levels);
  const name = (state: number): string => (state < levels ? String(state) : STATE_REASONS[state - levels]!);
  const entries = [...counts].flatMap((count, cell) =>
    count === 0 ? [] : [[`${name(Math.floor(cell / size))}>${name(cell % size)}`, count] as const],
  );
  return Object.fromEntries(entries);
}

describe('transitionTable', () => {
  it.each([
    { name: 'nobody', from: '', to: '', expected: {}, total: 0 },
    { name: 'one municipality', from: '0', to: '2', expected: { '0>2': 1 }, total: 1 },
    { name: 'all equal', from: '1111111', to: '1111111', expected: { '1>1': 7 }, total: 7 },
    {
      name: 'more than four in turn',
      from: '00112',
      to: '01012',
      expected: { '0>0': 1, '0>1': 1, '1>0': 1, '1>1': 1, '2>2': 1 },
      total: 5,
    },
    {
      name: 'reasons',
      from: '0-/?! ',
      to: ' 00000',
      expected: {
        '0>NO_RESPONSE': 1,
        'NO_ANSWER>0': 1,
        'SKIPPED>0': 1,
        'NOT_ASKED>0': 1,
        'NOT_COMPARABLE>0': 1,
        'NO_RESPONSE>0': 1,
      },
      total: 6,
    },
    {
      name: 'members in one round',
      from: 'x0X',
      to: '0x0',
      expected: { 'NOT_IN_PANEL>0': 1, '0>NOT_IN_PANEL': 1, 'UNIT_CHANGED>0': 1 },
      total: 3,
    },
    { name: 'members in neither round', from: 'xxXX0', to: 'xXxX0', expected: { '0>0': 1 }, total: 1 },
  ])('counts $name', ({ from, to, expected, total }) => {
    const table = transitionTable(side(from), side(to));

    expect(cells(table)).toEqual(expected);
    expect(table.total).toBe(total);
  });

  it('counts only the selection', () => {
    const table = transitionTable(side('0120x'), side('1111x'), Uint8Array.of(1, 0, 0, 1, 1));

    expect(cells(table)).toEqual({ '0>1': 2 });
    expect(table.total).toBe(2);
  });

  it('reads two-byte states, also against one-byte states', () => {
    const from = wide([250, 0xff00 + 244, 7, 0xff00 + 245], 300);
    const to = wide([299, 3, 0xff00 + 240, 0xff00 + 245], 300);
    const narrow: Side = { states: states('012x'), map: stateMapOf(300, ranks(3), []) };

    expect(cells(transitionTable(from, to))).toEqual({ '250>299': 1, 'NO_RESPONSE>3': 1, '7>NO_ANSWER': 1 });
    expect(cells(transitionTable(narrow, to))).toEqual({ '0>299': 1, '1>3': 1, '2>NO_ANSWER': 1 });
  });

  it.each([
    { name: 'a rank beyond the scale', from: side('0003', 3), to: side('0000', 3) },
    { name: 'a missing code that the scale lacks', from: side('000', 3), to: side('0d0', 3) },
    { name: 'a two-byte rank beyond the scale', from: wide([300], 300), to: wide([0], 300) },
    { name: 'columns of different length', from: side('00', 3), to: side('000', 3) },
    { name: 'sides read onto different scales', from: side('00', 2), to: side('00', 3) },
  ])('refuses $name, and counts right afterwards', ({ from, to }) => {
    expect(() => transitionTable(from, to)).toThrow(RangeError);
    expect(cells(transitionTable(side('00', 3), side('02', 3)))).toEqual({ '0>0': 1, '0>2': 1 });
  });
});

describe('groups', () => {
  const from = side('0120 x');
  const to = side('11110x');

  it('gives one table a group, and the tables add up', () => {
    const tables = transitionTablesByGroup(from, to, Uint8Array.of(2, 0, 0, 2, 2, 1), 3);

    expect(tables.map(cells)).toEqual([{ '1>1': 1, '2>1': 1 }, {}, { '0>1': 2, 'NO_RESPONSE>0': 1 }]);
    expect(tables.map(({ total }) => total)).toEqual([2, 0, 3]);
    expect(tables.reduce(addTables, emptyTable(3))).toEqual(transitionTable(from, to));
  });

  it('refuses a group that does not exist, and tables of different scales', () => {
    expect(() => transitionTablesByGroup(from, to, Uint8Array.of(0, 0, 1, 0, 0, 0), 1)).toThrow(RangeError);
    expect(() => transitionTablesByGroup(from, to, Uint8Array.of(0), 1)).toThrow(RangeError);
    expect(() => transitionTablesByGroup(side('3'), side('0'), Uint8Array.of(0), 2)).toThrow(RangeError);
    // Not in the last row of the group before, either.
    expect(() => transitionTablesByGroup(side('3'), side('0'), Uint8Array.of(1), 2)).toThrow(RangeError);
    expect(() => transitionTablesByGroup(side('1'), side('d'), Uint8Array.of(0), 1)).toThrow(RangeError);
    expect(() => transitionTablesByGroup(side('0'), side('d'), Uint8Array.of(0), 2, Uint8Array.of(1))).toThrow(
      RangeError,
    );
    expect(() => addTables(emptyTable(2), emptyTable(3))).toThrow(RangeError);
  });
});

describe('tables, however they are counted', () => {
  const LEVELS = 3;
  const OUTSIDE = [LEVELS, LEVELS + 1];
  const codes = '012-/?! xX'.split('');
  const narrow = (rows: readonly string[]): Side => side(rows.join(''), LEVELS);
  const twoBytes = (rows: readonly string[]): Side =>
    wide(
      [...states(rows.join(''))].map((state) => (state >= 200 ? 0xff00 + state : state)),
      LEVELS,
    );
  const cases = fc.record({
    rows: fc.array(
      fc.record({
        from: fc.constantFrom(...codes),
        to: fc.constantFrom(...codes),
        group: fc.nat(2),
        selected: fc.boolean(),
      }),
      { maxLength: 40 },
    ),
    isWide: fc.tuple(fc.boolean(), fc.boolean()),
    withSelection: fc.boolean(),
  });
  /** One after the other, as the definition says. */
  const counted = (from: Side, to: Side, rows: readonly number[]): number[] => {
    const counts = new Array<number>(tableSize(LEVELS) ** 2).fill(0);
    for (const row of rows) {
      const [a, b] = [stateAt(from, row), stateAt(to, row)];
      if (OUTSIDE.includes(a) && OUTSIDE.includes(b)) continue;
      const cell = a * tableSize(LEVELS) + b;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    return counts;
  };

  it('count each municipality of the selection once, where it went', () => {
    fc.assert(
      fc.property(cases, ({ rows, isWide, withSelection }) => {
        const [from, to] = (['from', 'to'] as const).map((end, index) =>
          (isWide[index] ? twoBytes : narrow)(rows.map((row) => row[end])),
        );
        if (from === undefined || to === undefined) throw new Error('two sides');
        const selection = withSelection ? Uint8Array.from(rows, ({ selected }) => Number(selected)) : undefined;
        const chosen = rows.flatMap(({ selected }, row) => (withSelection && !selected ? [] : [row]));
        const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
        const expected = counted(from, to, chosen);

        const table = transitionTable(from, to, selection);
        expect([...table.counts]).toEqual(expected);
        expect(table.total).toBe(sum(expected));
        const groups = Uint8Array.from(rows, ({ group }) => group);
        transitionTablesByGroup(from, to, groups, 3, selection).forEach((own, group) => {
          const ofGroup = counted(
            from,
            to,
            chosen.filter((row) => rows[row]?.group === group),
          );
          expect([...own.counts]).toEqual(ofGroup);
          expect(own.total).toBe(sum(ofGroup));
        });
      }),
    );
  });
});
