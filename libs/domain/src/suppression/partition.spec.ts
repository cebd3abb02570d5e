import fc from 'fast-check';
import { coarsest, refined } from './partition.js';

const labels = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe('refined', () => {
  it.each([
    { name: 'nobody', given: labels(0, 0, 0), atoms: [0, 0, 0], sizes: [3] },
    { name: 'some from the rest', given: labels(0, 1, 1), atoms: [0, 1, 1], sizes: [1, 2] },
    { name: 'everybody', given: labels(1, 1, 1), atoms: [1, 1, 1], sizes: [0, 3] },
    { name: 'each from each', given: labels(3, 0, 7), atoms: [1, 0, 2], sizes: [1, 1, 1] },
  ])('tells $name apart', ({ given, atoms, sizes }) => {
    const result = refined(coarsest(3), given);

    expect([...result.atoms]).toEqual(atoms);
    expect(result.sizes).toEqual(sizes);
  });

  it('is the same partition where nothing is split, so that nothing is judged anew', () => {
    const whole = coarsest(4);
    const split = refined(whole, labels(0, 1, 1, 2));

    expect(refined(whole, labels(0, 0, 0, 0))).toBe(whole);
    expect(refined(split, labels(0, 5, 5, 5))).toBe(split);
    expect(refined(split, labels(0, 5, 6, 5))).not.toBe(split);
    expect(refined(split, labels(1, 0, 0, 0)).sizes).toEqual([0, 1, 2, 1]);
  });

  it('is made once for the same labels', () => {
    const whole = coarsest(2);
    const given = labels(0, 1);

    expect(refined(whole, given)).toBe(refined(whole, given));
    expect(refined(whole, given)).not.toBe(refined(coarsest(2), given));
  });

  it('puts together who was together and has the same label, and nobody else', () => {
    const column = fc.array(fc.nat(3), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(column, column, (first, second) => {
        const { atoms, sizes } = refined(refined(coarsest(8), labels(...first)), labels(...second));
        for (const [row, a] of first.entries())
          for (const [other, b] of first.entries())
            expect(atoms[row] === atoms[other]).toBe(a === b && second[row] === second[other]);
        for (const [atom, size] of sizes.entries()) expect(atoms.filter((of) => of === atom)).toHaveLength(size);
      }),
    );
  });
});
