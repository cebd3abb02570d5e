import fc from 'fast-check';
import { everyTypeSet } from '../question-set/document.builder.js';
import { CARRIED_OVER, NO_ANSWER, NOT_ASKED } from './answer-state.js';
import { withoutCarriedOver } from './carried-over.js';
import { encodeProvenance, PROVENANCES, type Provenance } from './provenance.js';
import { layoutOf, readSlot, reasonIn, writeSlot } from './submission-layout.js';

const questionSet = everyTypeSet();
const layout = layoutOf(questionSet);
const provenances = fc.array(fc.constantFrom<Provenance | null>(...PROVENANCES, null), {
  minLength: questionSet.questions.length,
  maxLength: questionSet.questions.length,
});
/** A level, a reason that stays, or a missing code. */
const states = fc.array(fc.constantFrom(0, 1, 200, NO_ANSWER), {
  minLength: layout.slots.length,
  maxLength: layout.slots.length,
});

const sourceOf = (chosen: readonly number[]) => {
  const vector = new Uint8Array(layout.bytes);
  chosen.forEach((state, index) => {
    const slot = layout.slots[index];
    if (slot !== undefined) writeSlot(vector, slot, state, state >= 200);
  });
  return {
    municipalityIndex: 0,
    questionSetId: questionSet.id,
    vector: Buffer.from(vector),
    numbers: new Float64Array(layout.numberIndex.size).fill(7),
  };
};

describe('withoutCarriedOver', () => {
  it('puts CARRIED_OVER in place of answers that were carried over, and of nothing else', () => {
    fc.assert(
      fc.property(provenances, states, (kinds, chosen) => {
        const source = sourceOf(chosen);
        const before = Uint8Array.from(source.vector);
        const given = new Map(
          questionSet.questions.flatMap(({ code }, index) => {
            const kind = kinds[index];
            return kind == null ? [] : [[code, kind] as const];
          }),
        );
        const masked = withoutCarriedOver(source, layout, encodeProvenance(questionSet, given));
        layout.slots.forEach((slot, index) => {
          const state = readSlot(masked.vector, slot);
          const isCarried = given.get(slot.question.code) === 'CARRIED_OVER' && chosen[index] !== NO_ANSWER;
          if (isCarried) expect(reasonIn(state, slot)).toBe(CARRIED_OVER);
          else expect(state).toBe(readSlot(source.vector, slot));
        });
        for (const [code, index] of layout.numberIndex)
          expect(masked.numbers?.[index]).toBe(given.get(code) === 'CARRIED_OVER' && masked !== source ? NaN : 7);
        expect(Uint8Array.from(source.vector)).toEqual(before);
        expect(CARRIED_OVER).toBeGreaterThan(NOT_ASKED);
      }),
    );
  });

  it('gives back the very submission where everything was typed', () => {
    const source = sourceOf([]);
    expect(withoutCarriedOver(source, layout, null)).toBe(source);
    expect(withoutCarriedOver(source, layout, Uint8Array.of(2))).toBe(source);
  });
});
