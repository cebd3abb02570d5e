import { checkPublication, textsOf } from './check-publication.js';
import { aDocument, aQuestion, aScale, EVERY_SCALE, EVERY_TYPE } from './document.builder.js';

const NOTHING = { earlier: [], archived: new Set<string>(), locales: [] };

describe('textsOf', () => {
  it('finds every text of a document, whatever it belongs to', () => {
    const check = { rule: 'true', message: { de: 'MARK' } };
    const document = aDocument(
      [
        ...EVERY_TYPE,
        aQuestion({ code: 'all', help: { de: 'h' }, valid: check, plausible: check }),
        aQuestion({ code: 'n', type: 'NUMBER', unit: { de: 'u' } }),
      ],
      { scales: EVERY_SCALE },
    );
    // An independent count: every object of the document in which a language is a key.
    let count = 0;
    JSON.stringify(document, (_key, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'de' in value) count += 1;
      return value;
    });
    expect(textsOf(document)).toHaveLength(count);
    for (const { path, text } of textsOf(document))
      expect(path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], document)).toBe(text);
  });
});

describe('checkPublication', () => {
  it('lists what is wrong with the document, its past, its codes and its languages at once', () => {
    const document = aDocument(
      [
        aQuestion({ code: 'a', text: { de: 'nur deutsch' } }),
        aQuestion({
          code: 'grid',
          type: 'GRID',
          rows: [{ code: 'r', text: { de: 'r', en: 'r' } }],
          columns: [{ code: 'c', text: { de: 'c', en: '  ' } }],
        }),
        aQuestion({ code: 'b', scale: 'nowhere' }),
      ],
      { scales: [aScale()] },
    );
    const faults = checkPublication(document, { earlier: [], archived: new Set(['grid.r.c']), locales: ['de', 'en'] });
    expect(faults.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['UNKNOWN_SCALE', 'sections.0.questions.2.scale'],
      ['CODE_ARCHIVED', 'sections.0.questions.1.code'],
      ['TRANSLATION_MISSING', 'sections.0.questions.0.text.en'],
      ['TRANSLATION_MISSING', 'sections.0.questions.1.columns.0.text.en'],
    ]);
  });

  it('requires no language where the template requires none', () => {
    expect(checkPublication(aDocument([aQuestion({ text: { de: 'x' } })]), NOTHING)).toEqual([]);
  });
});
