import { aDocument, aQuestion, aQuestionSet, aScale, everyTypeSet } from './document.builder.js';
import { codesNamed, prepareQuestionSet } from './expand-questions.js';
import { BOOLEAN_SCALE, NO_SCALE } from '../scale/scale.js';

describe('prepareQuestionSet', () => {
  it('keeps the order of the sheet and expands grids row by row', () => {
    const set = everyTypeSet();

    expect(set.questions.map(({ code }) => code)).toEqual([
      'level',
      'place',
      'topics',
      'staff',
      'budget',
      'coordinator',
      'remark',
      'impact.labour.short',
      'impact.labour.long',
      'impact.school.short',
      'impact.school.long',
    ]);
    expect(set.questions.map(({ position }) => position)).toEqual(set.questions.map((_, index) => index));
    expect([...set.byCode.keys()]).toEqual(set.questions.map(({ code }) => code));
  });

  it('makes a cell a SCALE question of its own', () => {
    const cell = everyTypeSet().byCode.get('impact.school.long');

    expect(cell).toMatchObject({
      type: 'SCALE',
      grid: { code: 'impact', row: 'school', column: 'long' },
      text: { de: 'Housing: School – Long term', en: 'Housing: School – Long term' },
      section: 'main',
      required: false,
    });
    expect(cell?.scale.code).toBe('challenge');
    expect(cell).not.toHaveProperty('rows');
  });

  it.each([
    ["the question's own polarity wins", { polarity: 'HIGHER_IS_BETTER' as const }, 'HIGHER_IS_BETTER'],
    ["else the scale's", {}, 'HIGHER_IS_WORSE'],
    ['a NUMBER has none of its own', { type: 'NUMBER' as const }, 'NEUTRAL'],
    ['a NUMBER may state one', { type: 'NUMBER' as const, polarity: 'HIGHER_IS_BETTER' as const }, 'HIGHER_IS_BETTER'],
  ])('%s', (_, more, polarity) => {
    expect(aQuestionSet([aQuestion({ code: 'q', ...more })]).questions[0]?.polarity).toBe(polarity);
  });

  it('resolves scales: false and true for BOOLEAN, none where none is named, only missing codes lent', () => {
    const set = prepareQuestionSet(
      'id',
      aDocument(
        [
          aQuestion({ code: 'yes', type: 'BOOLEAN' }),
          aQuestion({ code: 'maybe', type: 'BOOLEAN', scale: 'missing-only' }),
          aQuestion({ code: 'number', type: 'NUMBER' }),
        ],
        { scales: [aScale({ code: 'missing-only', levels: [], boxes: {} })] },
      ),
    );

    expect(set.byCode.get('yes')?.scale).toBe(BOOLEAN_SCALE);
    expect(set.byCode.get('number')?.scale).toBe(NO_SCALE);
    expect(set.byCode.get('maybe')?.scale.levels).toBe(BOOLEAN_SCALE.levels);
    expect(set.byCode.get('maybe')?.scale.missing.map(({ code }) => code)).toEqual(['dk']);
  });

  it('names a question, all cells of a grid, or nothing', () => {
    const set = everyTypeSet();

    expect(codesNamed(set, 'staff')).toEqual(['staff']);
    expect(codesNamed(set, 'impact')).toHaveLength(4);
    expect(codesNamed(set, 'unheard-of')).toBeNull();
  });
});
