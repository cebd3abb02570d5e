import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aDataset, aVariable } from './haven-dataset.builder.js';
import { RESERVED_WORDS } from './reserved-words.js';
import { columnNames, missingCodeOf, missingLabelOf } from './wide-columns.js';

const namesOf = (variables: readonly string[], attributes: readonly string[] = []): readonly string[] => {
  const columns = columnNames(
    aDataset(
      variables.map((name) => aVariable({ name, type: 'NUMBER' })),
      [],
      attributes.map((code) => ({ code, label: {} })),
    ),
  );
  return [...columns.attributes, ...columns.variables, ...columns.identification].map(({ name }) => name);
};

describe('columnNames', () => {
  it('keeps a name that is free and renames one that is not', () => {
    expect(
      namesOf(['q1', 'year', 'year_2', 'with', 'str12', 'attribute_size'], ['size', 'Größe', '1']).slice(0, 9),
    ).toEqual([
      ...['attribute_size_2', 'attribute_groesse', 'attribute_1'],
      ...['q1', 'year_3', 'year_2', 'with_2', 'str12_2', 'attribute_size'],
    ]);
  });

  it('gives valid and unique names for whatever codes', () => {
    const name = fc.oneof(
      fc.stringMatching(/^[a-z][a-z0-9_]{0,31}$/),
      fc.constantFrom(...[...RESERVED_WORDS].filter((word) => /^[a-z]/.test(word))),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 20 }),
        fc.uniqueArray(fc.string({ maxLength: 60, unit: 'grapheme' }), { maxLength: 10 }),
        (variables, attributes) => {
          const names = namesOf(variables, attributes);

          expect(new Set(names).size).toBe(names.length);
          for (const given of names) expect(given).toMatch(/^[a-z][a-z0-9_]{0,31}$/);
          expect(names.filter((given) => RESERVED_WORDS.has(given))).toEqual([]);
        },
      ),
    );
  });
});

describe('missing values', () => {
  it('has codes by type', () => {
    expect(missingCodeOf({ type: 'LEVEL' }, 'NOT_ASKED')).toBe(-9991);
    expect(missingCodeOf({ type: 'BOOLEAN' }, 'NOT_APPLICABLE')).toBe(-9996);
    expect(missingCodeOf({ type: 'NUMBER' }, 'REFUSED')).toBe(-9_999_999_995);
    expect(missingCodeOf({ type: 'TEXT' }, 'REFUSED')).toBeNull();
  });

  it("tells the scale's own words, all of one kind, else general ones", () => {
    const own = (code: string) => ({ code, kind: 'DONT_KNOW' as const, label: { de: code } });

    expect(missingLabelOf({ missing: [own('unklar'), own('offen')] }, 'DONT_KNOW', 'de')).toBe('unklar / offen');
    expect(missingLabelOf({ missing: [] }, 'DONT_KNOW', 'de')).toBe('weiß nicht');
    expect(missingLabelOf({ missing: [] }, 'DONT_KNOW', 'fr')).toBe("don't know");
  });
});
