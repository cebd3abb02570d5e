import { readFileSync } from 'node:fs';
import { FAULT_REASONS } from '@reflexbogen/client/design';
import { designTexts } from './design-texts.js';
import { germanSentence } from './fault-sentence.js';
import { GERMAN_FAULTS } from './fault-texts.js';

interface EnumValue {
  readonly name: keyof typeof GERMAN_FAULTS;
  readonly description: string;
}
const introspection = JSON.parse(
  readFileSync(new URL('../../../../libs/client/introspection.json', import.meta.url), 'utf8'),
) as {
  readonly __schema: {
    readonly types: readonly { readonly name: string; readonly enumValues: readonly EnumValue[] }[];
  };
};
const REASONS = introspection.__schema.types.find(({ name }) => name === 'FaultReason')?.enumValues ?? [];

const namesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
const word = (key: string): string => {
  const found = key
    .split('.')
    .reduce<unknown>((at, step) => (at as Readonly<Record<string, unknown>>)[step], designTexts.de);
  if (typeof found !== 'string') throw new Error(`There are no words for ${key}.`);
  return found;
};
const said = (...of: Parameters<typeof germanSentence>): string =>
  germanSentence(...of)
    .map(({ text }) => text)
    .join('');

// Seen red with {most} left out of one sentence, and with {cod} for {code}.
describe('GERMAN_FAULTS', () => {
  it('has a sentence for every reason of the schema', () => {
    expect(REASONS.length).toBeGreaterThan(0);
    expect(Object.keys(GERMAN_FAULTS).sort()).toEqual(REASONS.map(({ name }) => name).sort());
  });

  it.each(REASONS.map(({ name, description }) => [name, description] as const))(
    '%s names what the schema names',
    (name, description) => {
      expect(namesIn(GERMAN_FAULTS[name])).toEqual(namesIn(description));
    },
  );
});

describe('germanSentence', () => {
  it.each([
    ['codes as they are', 'SCALE_TWICE', { scale: 'grade' }, 'Die Skala „grade“ gibt es zweimal.'],
    ['numbers', 'YEAR_RANGE', { value: 1, least: 1900, most: 9999 }, 'Das Jahr ist 1; möglich ist 1900 bis 9999.'],
    [
      'types and fields',
      'FIELD_OF_NUMBERS',
      { type: 'TEXT', question: 'q', field: 'min' },
      '„q“ (Art der Antwort: Freitext) hat kein Feld „Kleinster Wert“; nur Zahlen haben es.',
    ],
    [
      'verdicts',
      'RECODE_UNDER_VERDICT',
      { question: 'q', verdict: 'BREAK' },
      '„q“ hat eine Umschlüsselung, aber das Urteil „nicht vergleichbar“.',
    ],
    ['an axis', 'GRID_AXIS_EMPTY', { question: 'g', axis: 'columns' }, 'Die Fragematrix „g“ hat keine Spalten.'],
    [
      'a list of fields',
      'MORE_THAN_WORDING',
      { question: 'q', fields: 'valid.rule, min' },
      'An „q“ ist mehr anders als der Wortlaut: Muss gelten › Regel, Kleinster Wert.',
    ],
    ['a value with braces', 'SECTION_TWICE', { section: '{code}' }, 'Den Abschnitt „{code}“ gibt es zweimal.'],
  ] as const)('says %s', (_, reason, parameters, sentence) => {
    expect(said(reason, parameters, word)).toBe(sentence);
  });

  it('marks what somebody else says in English', () => {
    const stretches = germanSentence('RULE_NOT_READ', { detail: 'Unexpected token' }, word);

    expect(stretches.filter(({ isEnglish }) => isEnglish)).toEqual([{ text: 'Unexpected token', isEnglish: true }]);
  });
});

describe('the checks of drafts', () => {
  it('say in English what the schema describes', () => {
    for (const [reason, sentence] of Object.entries(FAULT_REASONS)) {
      const expected = 'expected' in sentence ? ` Expected: ${sentence.expected}.` : '';
      expect(REASONS.find(({ name }) => name === reason)?.description).toBe(`${sentence.message}${expected}`);
    }
  });
});
