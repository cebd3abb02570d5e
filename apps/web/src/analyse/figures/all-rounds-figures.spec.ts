import type { TFunction } from 'i18next';
import { allRoundsFigures, type Series } from './all-rounds-figures.js';

/** Keys with what is put into them: what is said is tested, not how it is worded. */
const t = ((key: string, values: object = {}) =>
  [key, ...Object.values(values).map(String)].join(' ').trim()) as unknown as TFunction<'analyse'>;
const words = { t, pair: { from: '2017', to: '2019' } };

type Counts = readonly [low: number, high: number];
type Tally = Series['points'][number]['tally'];
const tally = (increased: number, comparable: number): Tally => ({
  increased,
  decreased: 0,
  unchanged: comparable - increased,
  comparable,
});
const point = (code: string, counts: Counts | null, more: Partial<Series['points'][number]> = {}) => ({
  round: { code },
  comparability: null,
  suppressed: false,
  distribution: counts === null ? [] : counts.map((count, index) => ({ value: String(index + 1), count })),
  tally: null,
  ...more,
});
const series = (code: string, points: Series['points'], more: Partial<Series['question']> = {}): Series => ({
  question: {
    code,
    text: code.toUpperCase(),
    type: 'SCALE',
    scale: {
      code: 'size',
      ordered: true,
      levels: ['1', '2'].map((level) => ({ code: level, label: level })),
      boxes: [{ name: 'big', levels: ['2'] }],
    },
    ...more,
  },
  points,
});
const figureOf = (all: readonly Series[], id: string, shown = Infinity) =>
  allRoundsFigures(all, shown, words).find((figure) => figure.id === id);

describe('the figures over all rounds', () => {
  const still = series('still', [point('2017', [5, 5]), point('2018', [5, 5], { tally: tally(0, 10) })]);
  const moved = series('moved', [
    point('2017', [9, 1]),
    point('2018', [6, 4], { tally: tally(3, 10) }),
    point('2019', [2, 8], { tally: tally(4, 10) }),
  ]);

  it('begin with what moved furthest, have a bar for each round, and a table of all of them', () => {
    const levels = figureOf([still, moved], 'rounds/levels/size', 1);
    expect(levels?.sentence).toContain('MOVED');
    expect(levels?.sentence).toContain('2017: of 1 10, 2018: of 4 10, 2019: of 8 10');
    const chart = levels?.chart;
    if (chart?.kind !== 'levels') throw new Error('no bars');
    expect(chart.bars.map(({ label, heading, counts }) => [label, heading, counts])).toEqual([
      ['2017', 'MOVED', [9, 1]],
      ['2018', null, [6, 4]],
      ['2019', null, [2, 8]],
    ]);
    expect(levels?.table.head).toEqual(['question', 'round', '1', '2', 'n']);
    expect(levels?.table.rows).toHaveLength(5);
    expect(levels?.table.rows.at(-1)).toEqual(['STILL', '2018', 5, 5, 10]);
  });

  it('say how many increased from each round to the next', () => {
    const change = figureOf([still, moved], 'rounds/change');
    expect(change?.sentence).toContain('2017 → 2018: of 3 10, 2018 → 2019: of 4 10');
    expect(change?.table.rows).toEqual([
      ['MOVED', '2017', '2018', 3, 0, 7, 10],
      ['MOVED', '2018', '2019', 4, 0, 6, 10],
      ['STILL', '2017', '2018', 0, 0, 10, 10],
    ]);
  });

  it('draw a break, name it, and do not compare across it', () => {
    const broken = series('broken', [
      point('2017', [10, 0]),
      point('2018', [0, 10], { comparability: 'BREAK', tally: tally(0, 0) }),
      point('2019', [1, 9], { tally: tally(1, 10) }),
    ]);
    const levels = figureOf([moved, broken], 'rounds/levels/size');
    // Ten of ten more than before the break: were it counted, it would come first.
    expect(levels?.sentence).toContain('MOVED');
    expect(levels?.notes).toContain('breakNote');
    expect(levels?.notes.join()).toContain('BROKEN, 2018');
    const chart = levels?.chart;
    if (chart?.kind !== 'levels') throw new Error('no bars');
    expect(chart.bars.filter(({ isBreak }) => isBreak).map(({ key }) => key)).toEqual(['broken 2018']);
    const change = figureOf([broken], 'rounds/change');
    expect(change?.sentence).not.toContain('2017');
    expect(change?.table.rows[0]).toEqual(['BROKEN', '2017', '2018', ...Array<string>(3).fill('notComparable'), 0]);
  });

  it('leave out a round in which nobody has answered, and keep a break that lies there', () => {
    const open = series('open', [...moved.points, point('2020', [0, 0], { tally: tally(0, 0) })]);
    expect(figureOf([open], 'rounds/levels/size')?.table.rows.map(([, round]) => round)).toEqual([
      '2017',
      '2018',
      '2019',
    ]);
    const across = series('across', [
      point('2017', [9, 1]),
      point('2018', [0, 0], { comparability: 'BREAK' }),
      point('2019', [2, 8], { tally: tally(0, 0) }),
    ]);
    const chart = figureOf([across], 'rounds/levels/size')?.chart;
    if (chart?.kind !== 'levels') throw new Error('no bars');
    expect(chart.bars.map(({ label, isBreak }) => [label, isBreak])).toEqual([
      ['2017', false],
      ['2019', true],
    ]);
  });

  it('show that figures are withheld, and nothing instead of them', () => {
    const hidden = series('hidden', [point('2017', [5, 5]), point('2018', null, { suppressed: true })]);
    const levels = figureOf([hidden], 'rounds/levels/size');
    expect(levels?.table.rows[1]).toEqual(['HIDDEN', '2018', 'suppressed', 'suppressed', 'suppressed']);
    expect(levels?.notes).toContain('suppressedText');
    expect(figureOf([hidden], 'rounds/change')?.table.rows).toEqual([
      ['HIDDEN', '2017', '2018', 'suppressed', 'suppressed', 'suppressed', 'suppressed'],
    ]);
  });

  it.each<[string, Series]>([
    ['one round', series('once', [point('2017', [5, 5])])],
    [
      'no order',
      series('choice', moved.points, {
        type: 'CHOICE',
        scale: { code: 'size', ordered: false, levels: [], boxes: [] },
      }),
    ],
  ])('leave out questions with %s', (_, one) => {
    expect(allRoundsFigures([one], Infinity, words)).toEqual([]);
  });

  it('put scales apart, and yes and no by themselves', () => {
    const yes = [
      { value: 'false', count: 4 },
      { value: 'true', count: 6 },
    ];
    const plan = series(
      'plan',
      ['2017', '2018'].map((code) => ({ ...point(code, null), distribution: yes })),
      { type: 'BOOLEAN', scale: null },
    );
    expect(allRoundsFigures([moved, plan], Infinity, words).map(({ id }) => id)).toEqual([
      'rounds/change',
      'rounds/levels/size',
      'rounds/levels/BOOLEAN',
    ]);
  });
});
