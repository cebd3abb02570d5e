import {
  FORBIDDEN_CHARACTERS,
  PRIOR_POLICIES,
  type Level,
  type LocalizedText,
  type QuestionDefinition,
  type QuestionSetDocument,
  type Scale,
} from '@reflexbogen/domain';
import fc from 'fast-check';
import { stated } from '../question-set-yaml.js';
import type { Questionnaire } from './read-questionnaire.js';

// For specs only: random question sets without faults, with every field that there is.

const word = fc.oneof(
  fc.constantFrom(
    'Wohnen',
    'ja',
    'yes',
    'null',
    '012',
    '- a',
    'a: b',
    'x # y',
    "it's",
    '"',
    '=1+1',
    '{',
    'a\nb',
    'ß',
    '~',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((text) => text.trim() !== '' && !FORBIDDEN_CHARACTERS.test(text)),
);
const localized: fc.Arbitrary<LocalizedText> = fc
  .tuple(fc.option(word, { nil: undefined }), word)
  .map(([de, en]) => ({ ...(de === undefined ? {} : { de }), en }));
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const levelCode = fc.constantFrom('1', '2', '03', 'small', 'sehr groß', 'true', '1.0', 'a b', '-1', '=x');

const levels = fc.uniqueArray(levelCode, { minLength: 2, maxLength: 5 }).chain((codes) =>
  fc.tuple(
    ...codes.map((code) =>
      fc
        .record({
          label: localized,
          archived: fc.constantFrom(undefined, undefined, true as const),
          direction: fc.constantFrom(undefined, 'INCREASED' as const, 'DECREASED' as const),
        })
        .map((more) => stated<Level>({ code, ...more })),
    ),
  ),
);

const missing = fc.constantFrom([], [{ code: 'dk', kind: 'DONT_KNOW' as const, label: { en: "don't know" } }]);

export const arbitraryScale = (code: string): fc.Arbitrary<Scale> =>
  fc
    .record({
      levels,
      missing,
      ordered: fc.boolean(),
      polarity: fc.constantFrom('NEUTRAL' as const, 'HIGHER_IS_WORSE' as const),
      hasBox: fc.boolean(),
    })
    .map(({ hasBox, ...scale }) => ({
      code,
      ...scale,
      boxes: hasBox && scale.levels[0] !== undefined ? { high: [scale.levels[0].code] } : {},
    }));

const check = fc.record({ rule: fc.constantFrom('true', '1.0 < 2.0'), message: localized });
const axis = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })
  .chain((codes) => fc.tuple(...codes.map((code) => localized.map((text) => ({ code, text })))));

function arbitraryQuestion(code: string): fc.Arbitrary<QuestionDefinition> {
  const common = {
    text: localized,
    help: optional(localized),
    required: fc.boolean(),
    visibleIf: fc.constantFrom(undefined, 'true'),
    valid: optional(check),
    plausible: optional(check),
    module: fc.constantFrom(undefined, 'core'),
    prior: fc.constantFrom(undefined, ...PRIOR_POLICIES),
    since: fc.constantFrom(undefined, { year: 2017, revision: 1, verdict: 'COMPARABLE' as const, note: 'a: b' }),
  };
  return fc.oneof(
    fc
      .record({ ...common, type: fc.constantFrom('SCALE' as const, 'CHOICE' as const, 'MULTI_CHOICE' as const) })
      .map((question) => stated<QuestionDefinition>({ code, scale: 'size', ...question })),
    fc
      .record({ ...common, rows: axis, columns: axis })
      .map((question) => stated<QuestionDefinition>({ code, type: 'GRID' as const, scale: 'size', ...question })),
    fc
      .record({
        ...common,
        min: fc.constantFrom(undefined, -5, 0.5),
        max: fc.constantFrom(undefined, 10, 1e6),
        decimals: fc.constantFrom(undefined, 0, 3),
        unit: optional(localized),
        tolerance: fc.constantFrom(undefined, { absolute: 0.5 }, { percent: 1 }),
        polarity: fc.constantFrom(undefined, 'NEUTRAL' as const, 'HIGHER_IS_BETTER' as const),
      })
      .map((question) => stated<QuestionDefinition>({ code, type: 'NUMBER' as const, ...question })),
    fc
      .record({ ...common, type: fc.constantFrom('TEXT' as const, 'BOOLEAN' as const) })
      .map((question) => stated<QuestionDefinition>({ code, ...question })),
  );
}

const arbitrarySections = fc
  .uniqueArray(fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q5', 'q6'), { minLength: 1 })
  .chain((codes) => fc.tuple(fc.tuple(...codes.map(arbitraryQuestion)), fc.nat(codes.length)))
  .chain(([questions, cut]) =>
    fc.tuple(localized, localized).map(([first, second]) => [
      { code: 'first', title: first, questions: questions.slice(0, cut) },
      { code: 'second', title: second, questions: questions.slice(cut) },
    ]),
  );

const arbitraryDocument: fc.Arbitrary<QuestionSetDocument> = fc
  .record({
    year: fc.constantFrom(2018, 2019),
    revision: fc.integer({ min: 1, max: 3 }),
    size: arbitraryScale('size'),
    other: optional(arbitraryScale('other')),
    sections: arbitrarySections,
    modules: fc.constantFrom(undefined, [{ code: 'core', revision: 2 }]),
  })
  .map(({ size, other, ...document }) =>
    stated<QuestionSetDocument>({ ...document, scales: other === undefined ? [size] : [size, other] }),
  );

export const arbitraryQuestionnaire: fc.Arbitrary<Questionnaire> = fc.record({
  template: fc.constantFrom('reflection-sheet', 'other'),
  document: arbitraryDocument,
});

/** A file as designers write them: comments everywhere, several ways to quote, defaults written out, blank lines. */
export const HAND_WRITTEN = `# The reflection sheet of 2018.
format: reflexbogen-questionnaire/1
template: reflection-sheet   # see the template
year: 2018
revision: 2

modules: [ { code: core, revision: 3 } ]

# Scales first.
scales:
  # five levels
  - code: size
    ordered: true      # the default, written out
    levels:
      - { code: "1",  label: { de: klein, en: small } }   # aligned by hand
      - { code: "2",  label: { de: groß,  en: big   } }
      # formerly offered
      - { code: "3",  archived: true, label: { de: 'riesig', en: "huge" } }
    boxes: { high: ["2", "3"] }
    polarity: higher-is-worse
    missing:
    - code: dk
      kind: DONT_KNOW
      label: {de: weiß nicht, en: don't know}

sections:
  - code: housing
    title: { de: Wohnen, en: Housing }
    questions:
      # --- the core ---
      - code: challenge.housing     # never change this
        type: SCALE
        scale: size
        module: core
        required: false
        text:
          de: Wohnraumversorgung von Zugewanderten
          en: >-
            Housing of
            immigrants
        help:
          de: |
            Erste Zeile.
            Zweite Zeile.

      # how many posts
      - type: NUMBER
        code: staff
        text: { de: "Stellen", en: 'Posts' }
        min:   0
        plausible: { rule: "answer('staff') > 100.0", message: { de: Wirklich?, en: Really? } }
        unit: { de: Stellen }

  # Everything else.
  - code: rest
    title: { de: Übriges }
    questions:
    - code: remark
      type: TEXT
      text: { de: Bemerkungen }
    # the end
`;
