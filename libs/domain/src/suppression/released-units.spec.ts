import { aQuestion, aRound, aSet } from '../comparison/comparison.builders.js';
import { groupingOf, type Grouping } from '../comparison/delta.js';
import { unitLabels } from './released-units.js';
import { releasedViews } from './released-views.js';

const set = aSet(2017, [aQuestion('q')]);
const released = (land: Grouping) =>
  releasedViews({ rounds: [aRound(set, { q: '012 0' })], history: [set], groupings: new Map([['land', land]]) }, []);
const lands = groupingOf(['BY', 'SN', 'BY', 'BY', null]);

describe('unitLabels', () => {
  it('give each group a label, those who did not respond none', () => {
    expect([...unitLabels(released(lands), ['2017'], 'land', new Set())]).toEqual([1, 2, 1, 0, 3]);
  });

  it('give joined groups one label, another than any group has', () => {
    const views = released(lands);

    expect([...unitLabels(views, ['2017'], 'land', new Set([0]))]).toEqual([4, 2, 4, 0, 3]);
    expect([...unitLabels(views, ['2017'], 'land', new Set([0, 2]))]).toEqual([4, 2, 4, 0, 4]);
    expect([...unitLabels(views, ['2017'], 'land', new Set())]).toEqual([1, 2, 1, 0, 3]);
  });

  it('refuse an attribute that the release does not have, and more groups than there are labels', () => {
    const groups = (count: number): Grouping => ({
      values: Array.from({ length: count }, (_, index) => `v${index}`),
      index: new Uint16Array(5),
    });

    expect(() => unitLabels(released(lands), ['2017'], 'size', new Set())).toThrow('the release has no attribute size');
    expect(() => unitLabels(released(groups(0xffff)), ['2017'], 'land', new Set())).toThrow(
      '65535 groups are more than can be protected',
    );
    expect(unitLabels(released(groups(0xfffe)), ['2017'], 'land', new Set([0]))[0]).toBe(0xffff);
  });
});
