import { existsSync } from 'node:fs';
import { AREAS, AT_LEAST, SMALL } from '../scripts/mutation/areas.mjs';
import { figuresOf, passes, table } from '../scripts/mutation/figures.mjs';

const mutants = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([status, count]) => Array.from({ length: count }, () => ({ status })));

describe('figures of mutation testing', () => {
  it.each([
    ['every mutant seen', { Killed: 9, Timeout: 1 }, 100, true],
    ['just enough', { Killed: 85, Survived: 15 }, 85, true],
    ['one too few', { Killed: 849, Survived: 151 }, 84.9, false],
    ['code that no spec runs counts as unseen', { Killed: 80, NoCoverage: 20 }, 80, false],
    [
      'what does not compile or is marked as equivalent does not count',
      { Killed: 17, Survived: 3, Ignored: 80 },
      85,
      true,
    ],
    ['what could not be run', { Killed: 99, RuntimeError: 1 }, 100, false],
    ['nothing mutated is no success', { Ignored: 3, CompileError: 2 }, null, false],
  ])('%s', (_, counts, score, isEnough) => {
    const figures = figuresOf(mutants(counts));

    expect(figures.score).toBe(score);
    expect(passes(figures, 85)).toBe(isEnough);
    expect(figures.mutated).toBe(figures.killed + figures.timeout + figures.survived + figures.uncovered);
  });

  it('are cut, so that nothing looks like enough that is not', () => {
    expect(table([{ area: 'a', figures: figuresOf(mutants({ Killed: 8499, Survived: 1501 })) }])).toMatch(/ 84\.9$/);
  });
});

describe('areas of mutation testing', () => {
  it('name files that are there', () => {
    const named = Object.values(AREAS)
      .flatMap(({ mutate, specs }) => [...mutate, ...specs])
      .filter((pattern) => !/[!*]/.test(pattern));

    expect(named.filter((file) => !existsSync(new URL(`../${file}`, import.meta.url)))).toEqual([]);
    expect(SMALL.every((area) => area in AREAS)).toBe(true);
    expect(AT_LEAST).toBeGreaterThanOrEqual(85);
  });
});
