import fc from 'fast-check';
import { aQuestion, aQuestionSet } from '../question-set/document.builder.js';
import { encodeProvenance, provenanceAt, PROVENANCES, type Provenance } from './provenance.js';

const codes = ['a', 'b', 'c', 'd'];
const questionSet = aQuestionSet(codes.map((code) => aQuestion({ code })));

describe('encodeProvenance', () => {
  it('takes nothing where everything was typed, and one byte where everything was imported', () => {
    expect(encodeProvenance(questionSet, new Map([['a', 'TYPED']]))).toBeNull();
    expect(encodeProvenance(questionSet, new Map())).toBeNull();
    expect(encodeProvenance(questionSet, new Map(codes.map((code) => [code, 'IMPORTED'] as const)))).toHaveLength(1);
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...codes), fc.constantFrom<Provenance>(...PROVENANCES)), (kinds) => {
        const given = new Map(Object.entries(kinds));
        const stored = encodeProvenance(questionSet, given);
        for (const [code, kind] of given) expect(provenanceAt(stored, codes.indexOf(code))).toBe(kind);
      }),
    );
  });
});
