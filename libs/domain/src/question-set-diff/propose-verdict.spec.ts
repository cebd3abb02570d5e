import fc from 'fast-check';
import { aQuestion, aQuestionSet, aScale } from '../question-set/document.builder.js';
import { defaultVerdict } from '../comparison/comparability.js';
import type { Question, QuestionDefinition } from '../question-set/question-set.js';
import { EDITORIAL_DISTANCE, editDistance, proposeVerdict } from './propose-verdict.js';

const asked = (more: Partial<QuestionDefinition>, scaleMore: Parameters<typeof aScale>[0] = {}): Question =>
  aQuestionSet([aQuestion({ code: 'a', ...more })], { scales: [aScale(scaleMore)] }).questions[0]!;

/** The definition, word for word: slow, and without a band. */
function distanceByDefinition(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return distanceByDefinition(restA, restB);
  return (
    1 + Math.min(distanceByDefinition(restA, b), distanceByDefinition(a, restB), distanceByDefinition(restA, restB))
  );
}

describe('editDistance', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'ß', '😀'), { maxLength: 6 }).map((letters) => letters.join(''));

  it('is the fewest edits over the length of the longer text, up to the limit', () => {
    fc.assert(
      fc.property(words, words, fc.constantFrom(0, 0.15, 0.34, 0.5, 0.8, 1), (a, b, limit) => {
        const longer = Math.max([...a].length, [...b].length);
        const exact = longer === 0 ? 0 : distanceByDefinition([...a], [...b]) / longer;
        expect(editDistance(a, b, limit)).toBe(exact <= limit ? exact : 1);
      }),
      { numRuns: 500 },
    );
  });

  it('is found between long equal texts, wherever the letters differ', () => {
    const long = 'x'.repeat(9000);
    expect(editDistance(`${long}a${long}`, `${long}b${long}`)).toBe(1 / 18_001);
  });

  it('does not take texts for equal whose difference is too long to compare', () => {
    expect(editDistance(`a${'x'.repeat(2000)}b`, `b${'x'.repeat(2000)}a`)).toBe(1);
    expect(editDistance(`a${'x'.repeat(1998)}b`, `b${'x'.repeat(1998)}a`)).toBe(2 / 2000);
  });
});

describe('proposeVerdict', () => {
  it('never says IDENTICAL where figures would take a question for another', () => {
    const state = asked({});
    const change = asked({ reportsChangeOf: { question: 'b', since: 2017 } });
    expect(defaultVerdict(state, change)).toBe('BREAK');
    expect(proposeVerdict(state, change)).toEqual({ verdict: 'BREAK', reason: 'TYPE_CHANGED' });
    expect(proposeVerdict(change, state)).toEqual({ verdict: 'BREAK', reason: 'TYPE_CHANGED' });
    expect(proposeVerdict(change, change)).toEqual({ verdict: 'IDENTICAL', reason: 'SAME' });
  });

  it('breaks on another unit', () => {
    const staff = (unit: string) => asked({ type: 'NUMBER', unit: { de: unit } });
    expect(proposeVerdict(staff('Stellen'), staff('Personen'))).toEqual({ verdict: 'BREAK', reason: 'UNIT_CHANGED' });
  });

  it('takes relabelled levels for comparable, misspelt ones for a correction', () => {
    const labelled = (...labels: readonly string[]) =>
      asked({}, { levels: labels.map((label, rank) => ({ code: String(rank), label: { de: label } })), boxes: {} });
    const before = labelled('selten', 'gelegentlich', 'haufig');
    expect(proposeVerdict(before, labelled('selten', 'gelegentlich', 'häufig'))).toMatchObject({
      verdict: 'EDITORIAL',
    });
    expect(proposeVerdict(before, labelled('nie', 'manchmal', 'immer'))).toEqual({
      verdict: 'COMPARABLE',
      reason: 'LABELS_EDITED',
    });
  });

  it('finds a level under another code by its label', () => {
    const levels = aScale().levels;
    const recoded = levels.map((level) => ({ ...level, code: `new-${level.code}` }));
    expect(proposeVerdict(asked({}), asked({}, { levels: recoded, boxes: {} }))).toEqual({
      verdict: 'RECODED',
      recode: Object.fromEntries(levels.map(({ code }) => [code, `new-${code}`])),
      reason: 'LEVELS_MAPPED',
    });
  });

  it('draws the line between a correction and a rewording where it says', () => {
    const worded = (letters: number) => asked({ text: { de: `${'x'.repeat(letters)}${'y'.repeat(100 - letters)}` } });
    const corrected = Math.floor(EDITORIAL_DISTANCE * 100);
    expect(proposeVerdict(worded(0), worded(corrected))).toMatchObject({ verdict: 'EDITORIAL' });
    expect(proposeVerdict(worded(0), worded(corrected + 1))).toEqual({
      verdict: 'COMPARABLE',
      reason: 'TEXT_REWRITTEN',
    });
  });
});
