import { aDocument, aQuestion, aScale } from './document.builder.js';
import { canonicalJson, contentHashOf } from './content-hash.js';

describe('contentHashOf', () => {
  it('does not depend on the order of keys or of scales, nor on undefined fields', () => {
    const scales = [aScale(), aScale({ code: 'other' })];
    const document = aDocument(undefined, { scales });
    const { sections, year, revision } = document;

    const turned = { sections, scales: [...scales].reverse(), revision, year };

    expect(contentHashOf(turned)).toBe(contentHashOf(document));
    expect(contentHashOf({ ...document, ...{ note: undefined } })).toBe(contentHashOf(document));
    expect(contentHashOf(document)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['a text', aDocument([aQuestion({ text: { de: 'anders' } })])],
    ['a revision', aDocument(undefined, { revision: 2 })],
    ['the order of questions', aDocument([aQuestion({ code: 'b' }), aQuestion({ code: 'a' })])],
  ])('changes with %s', (_, document) => {
    const other = aDocument([aQuestion({ code: 'a' }), aQuestion({ code: 'b' })]);

    expect(contentHashOf(document)).not.toBe(contentHashOf(other));
  });

  it('writes JSON with sorted keys', () => {
    expect(canonicalJson({ b: [1, null, 'x'], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":[1,null,"x"]}',
    );
  });
});
