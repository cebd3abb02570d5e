import { checkQuestionSet } from '@reflexbogen/client/design';
import fc from 'fast-check';
import * as edits from './edits.js';
import { newQuestion, newScale, newSection, TYPES, withType } from './new-things.js';
import { outline, question, SAMPLE } from './sample.builder.js';

describe('edits of a draft', () => {
  it.each<readonly [string, (document: typeof SAMPLE) => typeof SAMPLE, string]>([
    ['up within a section', (now) => edits.moveQuestion(now, 'b', -1), 'one: b a | two: c d'],
    ['down within a section', (now) => edits.moveQuestion(now, 'a', 1), 'one: b a | two: c d'],
    ['down into the next section', (now) => edits.moveQuestion(now, 'b', 1), 'one: a | two: b c d'],
    ['up into the section before', (now) => edits.moveQuestion(now, 'c', -1), 'one: a b c | two: d'],
    ['not above the first', (now) => edits.moveQuestion(now, 'a', -1), 'one: a b | two: c d'],
    ['not below the last', (now) => edits.moveQuestion(now, 'd', 1), 'one: a b | two: c d'],
    ['to a place of another section', (now) => edits.moveQuestionTo(now, 'a', 'two', 1), 'one: b | two: c a d'],
    ['beyond the end: at the end', (now) => edits.moveQuestionTo(now, 'a', 'two', 99), 'one: b | two: c d a'],
    ['to no section', (now) => edits.moveQuestionTo(now, 'a', 'three', 0), 'one: a b | two: c d'],
    ['a section down', (now) => edits.moveSection(now, 'one', 1), 'two: c d | one: a b'],
    ['a section at the end', (now) => edits.moveSection(now, 'two', 1), 'one: a b | two: c d'],
    ['a question after another', (now) => edits.addQuestion(now, 'one', question('x'), 'a'), 'one: a x b | two: c d'],
    ['a question at the end', (now) => edits.addQuestion(now, 'one', question('x'), null), 'one: a b x | two: c d'],
    ['no question', (now) => edits.removeQuestion(now, 'x'), 'one: a b | two: c d'],
    ['a question gone', (now) => edits.removeQuestion(now, 'c'), 'one: a b | two: d'],
    ['a section gone', (now) => edits.removeSection(now, 'one'), 'two: c d'],
    ['a copy below', (now) => edits.duplicateQuestion(now, 'a').document, 'one: a a-copy b | two: c d'],
    [
      'a section after another',
      (now) => edits.addSection(now, newSection(now, { de: 'Neu' }), 'one'),
      'one: a b | section:  | two: c d',
    ],
  ])('%s', (_, edit, expected) => expect(outline(edit(SAMPLE))).toBe(expected));

  it('give the very same document where they change nothing', () => {
    expect(edits.moveQuestion(SAMPLE, 'a', -1)).toBe(SAMPLE);
    expect(edits.moveSection(SAMPLE, 'two', 1)).toBe(SAMPLE);
    expect(edits.removeQuestion(SAMPLE, 'x')).toBe(SAMPLE);
    expect(edits.removeSection(SAMPLE, 'x')).toBe(SAMPLE);
    expect(edits.removeScale(SAMPLE, 'x')).toBe(SAMPLE);
    expect(edits.renameQuestion(SAMPLE, 'x', 'y')).toBe(SAMPLE);
    expect(edits.renameScale(SAMPLE, 'x', 'y')).toBe(SAMPLE);
    expect(edits.updateQuestion(SAMPLE, 'a', (one) => one)).toBe(SAMPLE);
  });

  it('never lose or double a question, however often things are moved', () => {
    const codes = edits.questionCodes(SAMPLE);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom(1 as const, -1 as const), fc.boolean()), {
          maxLength: 40,
        }),
        (moves) => {
          const after = moves.reduce(
            (document, [code, by, isSection]) =>
              isSection
                ? edits.moveSection(document, code === 'a' ? 'one' : 'two', by)
                : edits.moveQuestion(document, code, by),
            SAMPLE,
          );
          expect([...edits.questionCodes(after)].sort()).toEqual([...codes].sort());
        },
      ),
    );
  });

  it('rename a question with every rule that speaks of it, in either kind of quotes', () => {
    const renamed = edits.renameQuestion(SAMPLE, 'a', 'alpha');
    expect(edits.placeOf(renamed, 'b')?.question.visibleIf).toBe(`answer('alpha') == '1' && answered("alpha")`);
    expect(checkQuestionSet(renamed)).toEqual([]);
  });

  it('rename a grid with the rules that speak of its cells', () => {
    const renamed = edits.renameQuestion(SAMPLE, 'c', 'grid');
    expect(edits.placeOf(renamed, 'd')?.question.valid?.rule).toBe("answered('grid.r.k')");
    expect(checkQuestionSet(renamed)).toEqual([]);
  });

  it('leave a rule alone that speaks of another question', () => {
    const more = edits.addQuestion(SAMPLE, 'two', question('e', { visibleIf: "answered('ab')" }), null);
    expect(edits.placeOf(edits.renameQuestion(more, 'a', 'x'), 'e')?.question.visibleIf).toBe("answered('ab')");
  });

  it('rename a scale with its questions, and a level with its boxes', () => {
    const renamed = edits.renameScale(SAMPLE, 'much', 'amount');
    expect(edits.usersOf(renamed, 'amount')).toEqual(['a', 'c']);
    const [scale] = SAMPLE.scales;
    expect(edits.renameLevel(scale!, 1, '5').boxes).toEqual({ high: ['5'] });
    expect(edits.removeLevel(scale!, 1).boxes).toEqual({ high: [] });
  });

  it.each(TYPES)('make a question of every other type sound: from %s', (from) => {
    for (const to of TYPES) {
      const asked = withType(SAMPLE, withType(SAMPLE, newQuestion(SAMPLE, { de: 'Neu' }), from), to);
      expect(checkQuestionSet(edits.addQuestion(SAMPLE, 'two', asked, null))).toEqual([]);
    }
  });

  it('give new things codes that are free', () => {
    const once = edits.addQuestion(SAMPLE, 'one', newQuestion(SAMPLE, { de: 'Neu' }), null);
    const twice = edits.addQuestion(once, 'one', newQuestion(once, { de: 'Neu' }), null);
    const scaled = edits.addScale(twice, newScale(twice, [{ de: 'ja' }, { de: 'nein' }]));
    expect(checkQuestionSet(scaled)).toEqual([]);
    expect(newScale(scaled, []).code).toBe('scale-2');
  });
});
