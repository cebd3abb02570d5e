import { placeOf } from './edits.js';
import { editorAddress, fieldId, placeOfPath } from './places.js';
import { SAMPLE } from './sample.builder.js';
import { isMissing, localesOf, textsOf, withText } from './texts.js';

describe('the texts of a document', () => {
  it('are all there, in the order of the sheet, scales last', () => {
    expect(textsOf(SAMPLE).map(({ place }) => [place.code, ...place.field].join(' '))).toEqual([
      'one title',
      'a text',
      'b text',
      'two title',
      'c text',
      'c help',
      'c rows 0 text',
      'c columns 0 text',
      'd text',
      'd valid message',
      'much levels 0 label',
      'much levels 1 label',
      'much missing 0 label',
    ]);
  });

  it('name the languages, those wanted first', () => {
    expect(localesOf(SAMPLE, ['fr'])).toEqual(['fr', 'de', 'en']);
  });

  it('are each written where they stand, and nowhere else', () => {
    for (const { place } of textsOf(SAMPLE)) {
      const after = withText(SAMPLE, place, 'fr', 'mot');
      expect(
        textsOf(after)
          .filter((text) => !isMissing(text, 'fr'))
          .map((text) => text.place),
      ).toEqual([place]);
      expect(withText(after, place, 'fr', '')).toEqual(SAMPLE);
    }
  });

  it('are gone with their last language where the document can do without them', () => {
    const after = withText(SAMPLE, { kind: 'question', code: 'c', field: ['help'] }, 'de', '');
    expect(placeOf(after, 'c')?.question).not.toHaveProperty('help');
  });
});

describe('the place of a fault', () => {
  it.each([
    [['sections', 1, 'questions', 0, 'rows', 0, 'text'], { kind: 'question', code: 'c', field: ['rows', '0', 'text'] }],
    [
      ['input', 'document', 'sections', '0', 'questions', '1', 'visibleIf'],
      { kind: 'question', code: 'b', field: ['visibleIf'] },
    ],
    [['sections', 1, 'title', 'en'], { kind: 'section', code: 'two', field: ['title', 'en'] }],
    [['scales', 0, 'levels', 1, 'label'], { kind: 'scale', code: 'much', field: ['levels', '1', 'label'] }],
    [['sections'], { kind: 'document', code: null, field: [] }],
    [['sections', 9, 'questions', 0], { kind: 'document', code: null, field: [] }],
    [['input', 'version'], { kind: 'document', code: null, field: [] }],
  ] as const)('%j', (path, place) => expect(placeOfPath(SAMPLE, path)).toEqual(place));

  it('is an address of the editor', () => {
    const place = { kind: 'question', code: 'a&b', field: ['valid', 'rule'] } as const;
    expect(editorAddress('id', place)).toBe('/design/set/id?question=a%26b&field=valid.rule');
    expect(editorAddress('id', { kind: 'document', code: null, field: [] })).toBe('/design/set/id');
    expect(fieldId(['levels', 0, 'label', 'de'])).toBe('field-levels-0-label-de');
  });
});
