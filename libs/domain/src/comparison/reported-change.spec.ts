import { aQuestion, aRound, aSet, changeScale } from './comparison.builders.js';
import { compareRounds } from './compare-rounds.js';
import { directionOfEach, groupingOf, groupsOf, transitionsOf } from './delta.js';
import type { Delta } from './delta.js';
import { agreementsOf } from './reported-change.js';

const challenge = aQuestion('challenge');
const report = aQuestion('change', {
  scale: changeScale('DECREASED', 'UNCHANGED', 'INCREASED', undefined),
  reportsChangeOf: { question: 'challenge', since: 2017 },
});
const first = aSet(2017, [challenge]);
const second = aSet(2018, [challenge, report]);

function deltas(a: string, b: string, change: string): readonly Delta[] {
  const result = compareRounds({
    from: aRound(first, { challenge: a }),
    to: aRound(second, { challenge: b, change }),
    history: [first, second],
  });
  if (!result.ok) throw new Error('unknown question');
  return result.value.deltas;
}

describe('reported change', () => {
  it('is counted from the later round alone, by direction of the level', () => {
    // The earlier round: no response, left blank, joined later, unit changed: none of it matters.
    const [, delta] = deltas(' -xX00000xx', '00000 -00xX', '22100 -d3xX');

    expect(delta).toMatchObject({
      basis: 'REPORTED',
      reports: { question: 'challenge', since: 2017 },
      comparability: null,
      ordered: true,
      table: null,
      panelSize: 9,
    });
    expect(delta!.tally).toEqual({
      increased: 2,
      decreased: 2,
      unchanged: 1,
      changed: 4,
      comparable: 5,
      excluded: 4,
      exclusions: [
        { reason: 'NO_RESPONSE_TO', count: 1 },
        { reason: 'NO_ANSWER', count: 1 },
        { reason: 'DONT_KNOW', count: 1 },
        { reason: 'NOT_COMPARABLE', count: 1 },
      ],
    });
    expect(directionOfEach(delta!)).toEqual([
      'INCREASED',
      'INCREASED',
      'UNCHANGED',
      'DECREASED',
      'DECREASED',
      'NO_RESPONSE_TO',
      'NO_ANSWER',
      'DONT_KNOW',
      'NOT_COMPARABLE',
      null,
      null,
    ]);
    expect(transitionsOf(delta!)).toEqual([]);
    expect(groupsOf(delta!, groupingOf([...'aaabbbbcccc'])).map(({ tally }) => tally.increased)).toEqual([2, 0, 0]);
  });

  it('is excluded where the municipality left before the later round', () => {
    const [computed, reported] = deltas('00', 'xX', 'xX');

    expect(reported!.tally.exclusions).toEqual([
      { reason: 'UNIT_CHANGED', count: 1 },
      { reason: 'NOT_IN_PANEL', count: 1 },
    ]);
    expect(computed!.tally.exclusions).toEqual(reported!.tally.exclusions);
  });

  it('is not asked where only the earlier round asks', () => {
    const earlier = aSet(2018, [report]);
    const later = aSet(2019, []);
    const result = compareRounds({
      from: aRound(earlier, { change: '2 ' }),
      to: { ...aRound(later, {}), size: 2, units: Uint8Array.of(0, 244) },
      history: [earlier, later],
    });

    expect(result.ok && result.value.deltas[0]!.tally.exclusions).toEqual([
      { reason: 'NO_RESPONSE_TO', count: 1 },
      { reason: 'NOT_ASKED', count: 1 },
    ]);
  });
});

describe('agreementsOf', () => {
  it('lists the municipalities whose answers and report differ', () => {
    const all = deltas('0011 2', '0100 2', '21020-');
    const [agreement] = agreementsOf(all, 2017);

    // Increased by report and equal by answers; equal and increased; the fourth too; the last two lack one figure.
    expect(agreement).toMatchObject({ comparable: 4, agree: 1, disagreeing: [0, 1, 3] });
    expect(agreementsOf(all, 2016)).toEqual([]);
    expect(agreementsOf(all.slice(1), 2017)).toEqual([]);
  });
});
