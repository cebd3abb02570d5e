import { Readable } from 'node:stream';
import type { PackageSource } from './package-source.js';

// For specs only: a package in memory, and one study with every type of question.

/** A package whose files are texts. */
export function aSource(files: Readonly<Record<string, string | Buffer>>, chunk = 1 << 16): PackageSource {
  const contents = new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content as string)]));
  const cut = function* (bytes: Buffer): Generator<Buffer> {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  };
  return {
    bytes: [...contents.values()].reduce((sum, { length }) => sum + length, 0),
    has: (name) => contents.has(name),
    answerFiles: [...contents.keys()].filter((name) => name.startsWith('answers')).sort(),
    open: (name) => Promise.resolve(Readable.from(cut(contents.get(name) ?? Buffer.alloc(0)))),
    close: () => undefined,
  };
}

/** Two years, every type of question, a rule, a scale that changed in between, attributes with and without values. */
export const A_STUDY = `format: reflexbogen/1
study:
  slug: every-type
  title: { de: Alle Arten, en: Every type }
  description: { en: "Two lines:\\nsecond" }
  defaultLocale: en
attributes:
  - { code: type, label: { en: Type }, values: [ { code: city, label: { en: City } }, { code: town, label: { en: Town } } ] }
  - { code: constructor, label: { en: A name that every object inherits } }
scales:
  - code: size
    levels:
      - { code: "01", label: { en: none } }
      - { code: "2", label: { en: some } }
      - { code: much, label: { en: much } }
    boxes: { high: ["2", much] }
    polarity: higher-is-worse
    missing:
      - { code: dk, kind: DONT_KNOW, label: { en: unknown } }
  - { code: colour, ordered: false, levels: [ { code: red, label: { en: red } }, { code: blue, label: { en: blue } } ] }
  - code: change
    levels:
      - { code: down, direction: DECREASED, label: { en: down } }
      - { code: same, direction: UNCHANGED, label: { en: same } }
      - { code: up, direction: INCREASED, label: { en: up } }
template: { slug: every-type, title: { en: Every type } }
questionSets:
  - year: 2017
    sections:
      - code: all
        title: { en: All }
        questions: &questions
          - { code: scale, type: SCALE, scale: size, text: { en: Scale } }
          - { code: hidden, type: TEXT, text: { en: Hidden }, visibleIf: "answer('scale') == '2'" }
          - { code: number, type: NUMBER, text: { en: Number }, min: -5, decimals: 3, unit: { en: posts }, tolerance: { absolute: 0.5 } }
          - { code: boolean, type: BOOLEAN, text: { en: Boolean }, required: true, polarity: higher-is-better }
          - { code: choice, type: CHOICE, scale: colour, text: { en: Choice }, help: { en: Help } }
          - { code: several, type: MULTI_CHOICE, scale: colour, text: { en: Several } }
          - { code: constructor, type: TEXT, text: { en: Text } }
          - code: grid
            type: GRID
            scale: size
            text: { en: Grid }
            rows: [ { code: r1, text: { en: R1 } }, { code: r2, text: { en: R2 } } ]
            columns: [ { code: c1, text: { en: C1 } } ]
  - year: 2018
    revision: 2
    scales:
      - { code: size, levels: [ { code: small, label: { en: small } }, { code: big, label: { en: big } } ] }
    sections:
      - code: all
        title: { en: All }
        questions:
          - { code: scale, type: SCALE, scale: size, text: { en: Scale }, since: { year: 2017, verdict: RECODED, recode: { "01": small, "2": big, much: big }, note: coarser } }
          - { code: reported, type: SCALE, scale: change, text: { en: Change }, reportsChangeOf: { question: number, since: 2017 } }
rounds:
  - { code: "2017", year: 2017, questionSet: { year: 2017 }, opensAt: 2017-05-01, closesAt: 2017-07-31 }
  - { code: "2018", year: 2018, questionSet: { year: 2018, revision: 2 }, opensAt: 2018-05-01, closesAt: 2018-07-31, status: OPEN }
`;
