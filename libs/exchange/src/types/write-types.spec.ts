import vm from 'node:vm';
import {
  checkAnswer,
  MAX_TEXT,
  prepareQuestionSet,
  type AnswerValue,
  type Question,
  type QuestionSet,
} from '@reflexbogen/domain';
import fc from 'fast-check';
import ts from 'typescript';
import { arbitraryQuestionnaire } from '../questionnaire/questionnaire.builder.js';
import { readQuestionnaire } from '../questionnaire/read-questionnaire.js';
import { MAX_SHEET_ERRORS } from './validator-source.js';
import { writeTypes } from './write-types.js';

const ORIGIN = { study: 'integration', round: '2018' };

type ParseSheet = (
  value: unknown,
) => { ok: true; sheet: Record<string, unknown> } | { ok: false; errors: { path: string; message: string }[] };

/** The generated validator, as the compiler makes it. */
function validatorOf(questionSet: QuestionSet): ParseSheet {
  const { outputText } = ts.transpileModule(writeTypes(questionSet, ORIGIN), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported: { parseSheet?: ParseSheet } = {};
  const run = vm.runInThisContext(`(function (exports) {${outputText}\n})`) as (exports: typeof exported) => void;
  run(exported);
  if (exported.parseSheet === undefined) throw new Error('nothing exported');
  return exported.parseSheet;
}

/** The compiler's own declarations, read once. */
const libraries = new Map<string, ts.SourceFile>();

/** Diagnostics of a file that uses the generated module, in strict mode. */
function diagnosticsOf(module: string, use: string): string[] {
  const files = new Map([
    ['/types.ts', module],
    ['/use.ts', use],
  ]);
  const options: ts.CompilerOptions = {
    strict: true,
    noUnusedLocals: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = files.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, version);
    const library = libraries.get(name) ?? getSourceFile(name, version, ...rest);
    if (library !== undefined) libraries.set(name, library);
    return library;
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host))
    .map(
      ({ file, code, messageText }) =>
        `${file?.fileName ?? ''} TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

function questionSetOf(text: string): QuestionSet {
  const read = readQuestionnaire(text, 'q.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return prepareQuestionSet('set', read.value.document);
}

const SET = questionSetOf(`format: reflexbogen-questionnaire/1
template: every-type
year: 2018
scales:
  - code: size
    levels:
      - { code: "1", label: { en: none } }
      - { code: "2", label: { en: some }, archived: true }
      - { code: "it's \\"\${x}\\" \`", label: { en: much } }
    missing: [ { code: dk, kind: DONT_KNOW, label: { en: unknown } } ]
sections:
  - code: all
    title: { en: All }
    questions:
      - { code: scale, type: SCALE, scale: size, required: true, text: { en: "A wording */ that }; ends\\nthe comment @deprecated" } }
      - { code: several, type: MULTI_CHOICE, scale: size, text: { en: Several } }
      - { code: constructor, type: NUMBER, min: 0, max: 9.5, decimals: 1, text: { en: Number } }
      - { code: yes, type: BOOLEAN, required: true, visibleIf: "answer('scale') == '1'", text: { en: Yes } }
      - { code: remark, type: TEXT, text: { en: Remark } }
      - { code: grid, type: GRID, scale: size, text: { en: Grid }, rows: [ { code: r, text: { en: R } } ], columns: [ { code: c, text: { en: C } } ] }
`);

describe('writeTypes', () => {
  const module = writeTypes(SET, ORIGIN);
  const use = (body: string) => `import { parseSheet, type QuestionCode, type Sheet } from './types';\n${body}`;
  const sheet = (answers: string) =>
    use(
      `export const sheet: Sheet = { ${answers} };\nexport const code: QuestionCode = 'scale';\nexport const parse = parseSheet;`,
    );

  it.each([
    ['what must be there', `scale: '1', constructor: undefined`],
    ['everything', `scale: 'dk', several: ['1'], constructor: 3, yes: true, remark: 'x', 'grid.r.c': '1'`],
    ['a missing code for a list', `scale: '1', several: 'dk', constructor: undefined`],
    ['a code with every kind of quote', `scale: 'it\\'s "\${x}" \`', constructor: undefined`],
  ])('compiles in strict mode with %s', (_, answers) => {
    expect(diagnosticsOf(module, sheet(answers))).toEqual([]);
  });

  it.each([
    [
      'an archived level',
      `scale: '2', constructor: undefined`,
      /^\/use.ts TS2322 Type '"2"' is not assignable to type/,
    ],
    [
      'an archived option',
      `scale: '1', several: ['2'], constructor: undefined`,
      /^\/use.ts TS2322 Type '"2"' is not assignable to type/,
    ],
    ['an unknown level', `scale: '4', constructor: undefined`, /^\/use.ts TS2820|^\/use.ts TS2322/],
    ['an unknown question', `scale: '1', scales: '1', constructor: undefined`, /^\/use.ts TS2561|^\/use.ts TS2353/],
    ['a grid instead of its cells', `scale: '1', grid: '1', constructor: undefined`, /^\/use.ts TS2353/],
    [
      'no answer where one is required',
      `several: ['1'], constructor: undefined`,
      /^\/use.ts TS2741 Property '(\\?")?scale/,
    ],
    ['a number as text', `scale: '1', constructor: '3'`, /^\/use.ts TS2322/],
    ['a missing code of another question', `scale: '1', constructor: 'dk'`, /^\/use.ts TS2322/],
  ])('makes %s a compile error', (_, answers, diagnostic) => {
    expect(diagnosticsOf(module, sheet(answers))).toEqual([expect.stringMatching(diagnostic)]);
  });

  it('is the same text for the same set', () => {
    expect(writeTypes(SET, ORIGIN)).toBe(module);
  });

  it('compiles for any question set', () => {
    fc.assert(
      fc.property(arbitraryQuestionnaire, ({ document }) => {
        expect(
          diagnosticsOf(
            writeTypes(prepareQuestionSet('', document), { study: '\n*/', round: '\u2028x' }),
            `export * from './types';`,
          ),
        ).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

/** The answer that a sheet's value stands for. */
function answerOf(question: Question, value: unknown): AnswerValue | null {
  if (typeof value === 'string' && question.scale.missing.some(({ code }) => code === value))
    return { kind: 'MISSING', missing: value };
  if (typeof value === 'string')
    return question.type === 'TEXT' ? { kind: 'TEXT', text: value } : { kind: 'LEVEL', level: value };
  if (typeof value === 'number') return { kind: 'NUMBER', number: value };
  if (typeof value === 'boolean') return { kind: 'BOOLEAN', boolean: value };
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return { kind: 'LEVELS', levels: value };
  return null;
}

/** The sheet's value of an answer. */
const plainOf = (value: AnswerValue): unknown => {
  switch (value.kind) {
    case 'LEVEL':
      return value.level;
    case 'LEVELS':
      return value.levels;
    case 'NUMBER':
      return value.number;
    case 'BOOLEAN':
      return value.boolean;
    case 'TEXT':
      return value.text;
    case 'MISSING':
      return value.missing;
  }
};

const code = fc.constantFrom('1', '2', '03', 'small', 'sehr groß', 'true', '1.0', 'a b', '-1', '=x', 'dk');
const anyValue = fc.oneof(
  code,
  fc.array(code, { maxLength: 4 }),
  fc.constantFrom(-0, 0, 1, -5, 0.5, 1e15, 1e-7, 1e-10, 0.1 + 0.2, NaN, Infinity, 999_999, 123_456_789_012_345, -5.001),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(
    '',
    'a\r\nb',
    'a\rb',
    '\u202ex',
    '\ud800',
    'ok',
    'x'.repeat(MAX_TEXT),
    'x'.repeat(MAX_TEXT + 1),
    'x\u0000',
  ),
  fc.constantFrom(null, {}, [1], [null]),
);

describe('the generated parseSheet', () => {
  it('agrees with checkAnswer on random sheets of random sets', () => {
    let [accepted, refused] = [0, 0];
    fc.assert(
      fc.property(
        arbitraryQuestionnaire,
        fc.array(fc.array(anyValue, { minLength: 12, maxLength: 12 }), { minLength: 20, maxLength: 20 }),
        ({ document }, sheets) => {
          const questionSet = prepareQuestionSet('', document);
          const parseSheet = validatorOf(questionSet);
          for (const values of sheets) {
            const given = Object.fromEntries(
              questionSet.questions.map((question, index) => [question.code, values[index % values.length]]),
            );

            const parsed = parseSheet(given);

            const faulty = new Set(parsed.ok ? [] : parsed.errors.map(({ path }) => path));
            for (const question of questionSet.questions) {
              const answer = answerOf(question, given[question.code]);
              const checked = answer === null ? null : checkAnswer(question, answer);
              expect([question.code, !faulty.has(question.code)]).toEqual([question.code, checked?.ok === true]);
              // Alone on the sheet, to see its canonical form.
              const alone = parseSheet({ [question.code]: given[question.code] });
              const own = !alone.ok && alone.errors.some(({ path }) => path === question.code);
              expect(own).toBe(checked?.ok !== true);
              if (checked?.ok === true) {
                accepted += 1;
                if (alone.ok)
                  expect(
                    Object.is(alone.sheet[question.code], plainOf(checked.value)) ||
                      JSON.stringify(alone.sheet[question.code]) === JSON.stringify(plainOf(checked.value)),
                  ).toBe(true);
              } else refused += 1;
            }
          }
        },
      ),
      { numRuns: 25 },
    );
    expect(accepted).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  });

  const parseSheet = validatorOf(SET);

  it.each<[string, unknown, string[]]>([
    ['no object', 'x', ['']],
    ['a list', [], ['']],
    ['null', null, ['']],
    ['nothing where an answer is required', {}, ['scale']],
    ['undefined where an answer is required', { scale: undefined }, ['scale']],
    ['an unknown question', { scale: '1', toString: 'x' }, ['toString']],
    ['an inherited name', JSON.parse('{ "scale": "1", "__proto__": { "remark": "x" } }'), ['__proto__']],
    ['an archived level', { scale: '2' }, ['scale']],
    ['several faults', { constructor: 10, yes: 'true', remark: '' }, ['scale', 'constructor', 'yes', 'remark']],
  ])('names each fault of %s', (_, value, paths) => {
    const parsed = parseSheet(value);

    expect(parsed.ok ? [] : parsed.errors.map(({ path }) => path)).toEqual(paths);
  });

  it('takes no inherited answer', () => {
    expect(parseSheet(Object.create({ scale: '1' })).ok).toBe(false);
  });

  it('gives options in scale order and a question that a rule may hide only where it is answered', () => {
    expect(JSON.stringify(parseSheet({ several: [`it's "\${x}" \``, '1'], scale: '1' }))).toBe(
      JSON.stringify({ ok: true, sheet: { scale: '1', several: ['1', `it's "\${x}" \``] } }),
    );
  });

  it('gives a code that every object inherits as undefined where it is not answered', () => {
    const parsed = parseSheet({ scale: '1' });

    expect(parsed.ok && Object.hasOwn(parsed.sheet, 'constructor') && parsed.sheet['constructor']).toBe(undefined);
  });

  it('bounds what it lists', () => {
    const parsed = parseSheet(Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x${index}`, 1])));

    expect(parsed.ok ? 0 : parsed.errors.length).toBe(MAX_SHEET_ERRORS);
  });
});
