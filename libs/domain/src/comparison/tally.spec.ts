import { states } from './comparison.builders.js';
import type { Tally } from './comparison.types.js';
import { stateMapOf } from './state-map.js';
import type { Side } from './state-map.js';
import { netChange, tallyOf } from './tally.js';
import { emptyTable, tableSize, transitionTable } from './transition-table.js';
import type { TransitionTable } from './transition-table.js';

const side = (text: string): Side => ({ states: states(text), map: stateMapOf(3, [0, 1, 2], []) });

function expectIdentity(tally: Tally, table: TransitionTable): void {
  expect(tally.comparable + tally.excluded).toBe(table.total);
  expect(tally.changed + tally.unchanged).toBe(tally.comparable);
  expect(tally.exclusions.reduce((sum, { count }) => sum + count, 0)).toBe(tally.excluded);
}

/** A table with counts of levels only. */
function tableOf(matrix: readonly (readonly number[])[]): TransitionTable {
  const table = emptyTable(matrix.length);
  matrix.forEach((row, from) =>
    row.forEach((count, to) => (table.counts[from * tableSize(matrix.length) + to] = count)),
  );
  return { ...table, total: matrix.flat().reduce((sum, count) => sum + count, 0) };
}

describe('tallyOf', () => {
  it.each([
    { name: 'nobody', from: '', to: '', increased: 0, decreased: 0, unchanged: 0, excluded: 0 },
    { name: 'all equal', from: '111', to: '111', increased: 0, decreased: 0, unchanged: 3, excluded: 0 },
    {
      name: 'increased in 8 of 15',
      from: '000011112222111',
      to: '111122222222110',
      increased: 8,
      decreased: 1,
      unchanged: 6,
      excluded: 0,
    },
    { name: 'no valid pair', from: '0 -', to: ' 0/', increased: 0, decreased: 0, unchanged: 0, excluded: 3 },
  ])('reads $name', ({ from, to, increased, decreased, unchanged, excluded }) => {
    const table = transitionTable(side(from), side(to));
    const tally = tallyOf(table, { ordered: true });

    expect(tally).toMatchObject({ increased, decreased, unchanged, excluded });
    expectIdentity(tally, table);
  });

  it('lists exclusions in order of precedence', () => {
    const table = transitionTable(side('!0- xX0'), side('0 00x0x'));

    expect(tallyOf(table, { ordered: true }).exclusions).toEqual([
      { reason: 'UNIT_CHANGED', count: 1 },
      { reason: 'NOT_IN_PANEL', count: 1 },
      { reason: 'NO_RESPONSE_FROM', count: 1 },
      { reason: 'NO_RESPONSE_TO', count: 1 },
      { reason: 'NO_ANSWER', count: 1 },
      { reason: 'NOT_COMPARABLE', count: 1 },
    ]);
  });

  it('knows no direction where there is no order', () => {
    const tally = tallyOf(transitionTable(side('012'), side('110')), { ordered: false });

    expect(tally).toMatchObject({ increased: null, decreased: null, changed: 2, unchanged: 1, comparable: 3 });
    expect(netChange(tally)).toBeNull();
  });

  // Respiratory disorder panel of the R package coin, visit 1 to 2 (poor, good, excellent), and Muscatine obesity 1977 to 1979.
  it.each([
    {
      name: 'respiratory',
      matrix: [
        [10, 4, 0],
        [8, 40, 15],
        [2, 9, 23],
      ],
      increased: 19,
      unchanged: 73,
      decreased: 19,
      net: 0,
    },
    {
      name: 'obesity',
      matrix: [
        [1726, 198],
        [128, 349],
      ],
      increased: 198,
      unchanged: 2075,
      decreased: 128,
      net: 0.0291545189504373,
    },
  ])('agrees with R on $name', ({ matrix, net, increased, unchanged, decreased }) => {
    const tally = tallyOf(tableOf(matrix), { ordered: true });

    expect(tally).toMatchObject({ increased, unchanged, decreased });
    expect(netChange(tally)).toBeCloseTo(net, 14);
  });

  it('has no net change without a base', () => {
    expect(netChange(tallyOf(emptyTable(3), { ordered: true }))).toBeNull();
  });
});
