import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import {
  checkAnswers,
  checkSubmission,
  prepareQuestionSet,
  visibilityOf,
  type AnswerValue,
  type QuestionDefinition,
  type QuestionSetDocument,
} from '@reflexbogen/domain';
import fc from 'fast-check';
import { celOf, judge, type Cond, type Num, type OracleRules } from '../../../domain/src/rule/rule-oracle.builder.js';

const TYPES = ['SCALE', 'BOOLEAN', 'NUMBER', 'MULTI_CHOICE', 'TEXT', 'NUMBER'] as const;
type Type = (typeof TYPES)[number];
interface Asked {
  readonly code: string;
  readonly type: Type;
}
const LEVELS = ['1', '2', '3'];
const MISSING: AnswerValue = { kind: 'MISSING', missing: 'dk' };
const COUNT = 10_000;
const SHEETS_PER_SET = 20;

const anyNumber = fc.constantFrom(-2, -1, 0, 0.5, 1, 1.5, 2, 3);
const anyLevels = fc.subarray(LEVELS, { minLength: 1 });

/** A rule over these questions; with `before` also over last round's answers. */
function anyRule(asked: readonly Asked[], before: boolean): fc.Arbitrary<Cond> {
  const round = before ? fc.boolean() : fc.constant(false);
  const ofType = (type: Type): readonly string[] => asked.filter((one) => one.type === type).map(({ code }) => code);
  const about = <T>(type: Type, make: (code: string) => fc.Arbitrary<T>): fc.Arbitrary<T>[] => {
    const codes = ofType(type);
    return codes.length === 0 ? [] : [fc.constantFrom(...codes).chain(make)];
  };
  const num: fc.Arbitrary<Num> = fc.letrec<{ num: Num }>((tie) => ({
    num: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      fc.oneof(
        anyNumber.map((value): Num => ({ op: 'number', value })),
        ...about('NUMBER', (code) =>
          fc.record({ op: fc.constant('answer' as const), code: fc.constant(code), before: round }),
        ),
      ),
      fc.record({ op: fc.constant('abs' as const), of: tie('num') }),
      fc.record({
        op: fc.constant('choose' as const),
        which: fc.constantFrom('min' as const, 'max' as const),
        left: tie('num'),
        right: tie('num'),
      }),
      fc.record({
        op: fc.constant('reckon' as const),
        sign: fc.constantFrom('+' as const, '-' as const, '*' as const),
        left: tie('num'),
        right: tie('num'),
      }),
    ),
  })).num;
  const on = <T extends string>(op: T, code: string) => ({
    op: fc.constant(op),
    code: fc.constant(code),
    before: round,
  });
  const atom: fc.Arbitrary<Cond> = fc.oneof(
    fc.constantFrom(...asked).chain(({ code }) => fc.record(on('answered', code))),
    fc.record({
      op: fc.constant('compare' as const),
      sign: fc.constantFrom('<' as const, '>=' as const, '==' as const, '!=' as const),
      left: num,
      right: num,
    }),
    ...about('SCALE', (code) => fc.record({ ...on('level', code), levels: anyLevels, negated: fc.boolean() })),
    ...about('BOOLEAN', (code) => fc.record(on('flag', code))),
    ...about('MULTI_CHOICE', (code) => fc.record({ ...on('chosen', code), level: fc.constantFrom(...LEVELS) })),
    ...about('MULTI_CHOICE', (code) => fc.record({ ...on('count', code), least: fc.constantFrom(1, 2, 3) })),
    ...about('TEXT', (code) => fc.record({ ...on('contains', code), text: fc.constantFrom('a', 'b', 'ab') })),
  );
  return fc.letrec<{ cond: Cond }>((tie) => ({
    cond: fc.oneof(
      { maxDepth: 2 },
      atom,
      fc.record({ op: fc.constant('not' as const), of: tie('cond') }),
      fc.record({
        op: fc.constant('join' as const),
        sign: fc.constantFrom('&&' as const, '||' as const),
        left: tie('cond'),
        right: tie('cond'),
      }),
      fc.record({ op: fc.constant('if' as const), test: tie('cond'), yes: tie('cond'), no: tie('cond') }),
    ),
  })).cond;
}

interface Sheet {
  readonly answers: readonly (readonly [string, AnswerValue])[];
  readonly previous: readonly (readonly [string, AnswerValue])[];
  readonly comments: readonly (readonly [string, string])[];
}
interface Case {
  readonly asked: readonly Asked[];
  readonly rules: readonly OracleRules[];
  readonly sheets: readonly Sheet[];
}

function anyValue(type: Type): fc.Arbitrary<AnswerValue> {
  switch (type) {
    case 'SCALE':
      return fc.constantFrom(...LEVELS).map((level) => ({ kind: 'LEVEL', level }));
    case 'BOOLEAN':
      return fc.boolean().map((boolean) => ({ kind: 'BOOLEAN', boolean }));
    case 'NUMBER':
      return anyNumber.map((number) => ({ kind: 'NUMBER', number }));
    case 'MULTI_CHOICE':
      return anyLevels.map((levels) => ({ kind: 'LEVELS', levels }));
    case 'TEXT':
      return fc.constantFrom('a', 'b', 'ba', 'cab', 'x').map((text) => ({ kind: 'TEXT', text }));
  }
}

const anyCase: fc.Arbitrary<Case> = fc
  .array(fc.constantFrom(...TYPES), { minLength: 3, maxLength: 7 })
  .map((types) => types.map((type, index): Asked => ({ code: `q${index}`, type })))
  .chain((asked) => {
    const maybe = (rule: fc.Arbitrary<Cond>) => fc.option(rule, { nil: undefined, freq: 2 });
    const rules = asked.map((_, index) => {
      const earlier = asked.slice(0, index);
      const looksBack = earlier.length === 0 ? fc.constant(undefined) : maybe(anyRule(earlier, false));
      const check = maybe(anyRule(asked, true));
      return fc.record({ visibleIf: looksBack, requiredIf: looksBack, valid: check, plausible: check });
    });
    const answers = fc
      .tuple(
        ...asked.map(({ code, type }) =>
          fc
            .oneof(
              { weight: 8, arbitrary: anyValue(type) },
              { weight: 1, arbitrary: fc.constant(MISSING) },
              { weight: 2, arbitrary: fc.constant(undefined) },
            )
            .map((value) => (value === undefined ? [] : [[code, value] as const])),
        ),
      )
      .map((entries) => entries.flat());
    const comments = fc.subarray(asked.map(({ code }) => [code, code === 'q1' ? '  ' : 'why'] as const));
    const sheet = fc.record({ answers, previous: answers, comments });
    return fc.record({
      asked: fc.constant(asked),
      rules: fc.tuple(...rules),
      sheets: fc.array(sheet, { minLength: SHEETS_PER_SET, maxLength: SHEETS_PER_SET }),
    });
  });

function documentOf({ asked, rules }: Case): QuestionSetDocument {
  const label = { en: 'x' };
  const check = (cond: Cond | undefined) => (cond === undefined ? undefined : { rule: celOf(cond), message: label });
  const questions = asked.map(({ code, type }, index): QuestionDefinition => {
    const { visibleIf, requiredIf, valid, plausible } = rules[index] ?? {};
    const written = {
      visibleIf: visibleIf === undefined ? undefined : celOf(visibleIf),
      requiredIf: requiredIf === undefined ? undefined : celOf(requiredIf),
      valid: check(valid),
      plausible: check(plausible),
    };
    const present = Object.fromEntries(Object.entries(written).filter(([, rule]) => rule !== undefined));
    return { code, type, text: label, scale: 's', required: false, ...present };
  });
  const levels = LEVELS.map((code) => ({ code, label }));
  const missing = [{ code: 'dk', kind: 'DONT_KNOW' as const, label }];
  return {
    year: 2018,
    revision: 1,
    scales: [{ code: 's', ordered: true, levels, boxes: {}, polarity: 'NEUTRAL', missing }],
    sections: [{ code: 'main', title: label, questions }],
  };
}

/** What the service says to a sheet. */
type Said = ReturnType<typeof judge> & { readonly faults: readonly (readonly [string, string])[] };

function saidByService(document: QuestionSetDocument, sheets: readonly Sheet[]): readonly Said[] {
  const questionSet = prepareQuestionSet('set', document);
  return sheets.map((sheet) => {
    const [answers, before, comments] = [new Map(sheet.answers), new Map(sheet.previous), new Map(sheet.comments)];
    const previous = (code: string): AnswerValue | undefined => before.get(code);
    const visibility = visibilityOf(questionSet, answers);
    const unmet = checkAnswers(questionSet, answers, previous, comments, visibility);
    const faults = checkSubmission(questionSet, answers, visibility, { previous, comments });
    return {
      visible: [...visibility.visible],
      required: [...visibility.required],
      unmet: unmet.map(({ question, kind }) => [question, kind] as const),
      faults: faults.map(({ code, path }) => [code, path[0]] as const),
    };
  });
}

/** The same, in a program of its own that knows the compiled client alone. */
const CLIENT_PROGRAM = `
const judge = (rules, { document, sheets }) => {
  const questionSet = rules.prepareQuestionSet('set', document);
  return sheets.map((sheet) => {
    const [answers, before, comments] = [new Map(sheet.answers), new Map(sheet.previous), new Map(sheet.comments)];
    const previous = (code) => before.get(code);
    const visibility = rules.visibilityOf(questionSet, answers);
    return {
      visible: [...visibility.visible],
      required: [...visibility.required],
      unmet: rules.checkAnswers(questionSet, answers, previous, comments, visibility).map((one) => [one.question, one.kind]),
      faults: rules.checkSubmission(questionSet, answers, visibility, { previous, comments }).map((one) => [one.code, one.path[0]]),
    };
  });
};
const { readFileSync, writeFileSync } = process.getBuiltinModule('node:fs');
const run = (rules) =>
  writeFileSync(process.argv[2], JSON.stringify(JSON.parse(readFileSync(process.argv[1], 'utf8')).map((one) => judge(rules, one))));
`;

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const PROJECTS = ['libs/client/src/rules/tsconfig.json', 'libs/client/src/rules/tsconfig.cjs.json'];
const DIST = join(ROOT, 'libs/client/dist');

describe('the rules of a sheet in the published client', () => {
  const cases = fc.sample(anyCase, { numRuns: COUNT / SHEETS_PER_SET, seed: 20_261_124 });
  const documents = cases.map(documentOf);
  const service = cases.map((one) => saidByService(documentOf(one), one.sheets));

  /** The first sheet on which two differ, with its rules: ten thousand compared at once would take minutes to print. */
  const firstDifference = (some: readonly (readonly unknown[])[], others: readonly (readonly unknown[])[]): unknown => {
    for (const [index, { sheets }] of cases.entries())
      for (const [position, sheet] of sheets.entries()) {
        const [one, other] = [some[index]?.[position], others[index]?.[position]];
        if (!isDeepStrictEqual(one, other)) return { rules: documents[index]?.sections, sheet, one, other };
      }
    return null;
  };
  let folder: string;

  beforeAll(() => {
    // Built here as well, so that it is never an older state of the rules that is compared.
    execFileSync(process.execPath, ['node_modules/typescript-native/bin/tsc', '-b', ...PROJECTS], { cwd: ROOT });
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-rules-'));
    writeFileSync(
      join(folder, 'in.json'),
      JSON.stringify(cases.map(({ sheets }, index) => ({ document: documents[index], sheets }))),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has sheets of every kind to judge', () => {
    const all = service.flat();
    const unmet = all.flatMap((said) => said.unmet);

    expect(all).toHaveLength(COUNT);
    expect(all.filter(({ required }) => required.length > 0).length).toBeGreaterThan(COUNT / 10);
    expect(unmet.filter(([, kind]) => kind === 'VALID').length).toBeGreaterThan(COUNT / 10);
    expect(unmet.filter(([, kind]) => kind === 'PLAUSIBLE').length).toBeGreaterThan(COUNT / 10);
    expect(all.filter(({ faults }) => faults.length === 0).length).toBeGreaterThan(COUNT / 10);
    expect(
      documents
        .flatMap(({ sections }) => sections[0]?.questions ?? [])
        .filter(({ visibleIf }) => visibleIf !== undefined).length,
    ).toBeGreaterThan(500);
  });

  it('are in the service what they are by definition', () => {
    const expected = cases.map(({ asked, rules, sheets }) => {
      const questions = asked.map(({ code }, index) => ({ code, ...rules[index] }));
      return sheets.map(({ answers, previous, comments }) =>
        judge(questions, new Map(answers), new Map(previous), new Map(comments)),
      );
    });

    const said = service.map((one) => one.map(({ visible, required, unmet }) => ({ visible, required, unmet })));

    expect(firstDifference(said, expected)).toBeNull();
  });

  it.each([
    ['module', `import * as rules from '${pathToFileURL(join(DIST, 'rules/rule/sheet-rules.js')).href}';`],
    ['commonjs', `const rules = require(${JSON.stringify(join(DIST, 'cjs/rules/rule/sheet-rules.js'))});`],
  ])('are the same code: %s', (kind, load) => {
    const out = join(folder, `${kind}.json`);
    execFileSync(
      process.execPath,
      [`--input-type=${kind}`, '-e', `${load}${CLIENT_PROGRAM}run(rules);`, join(folder, 'in.json'), out],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );

    const client = JSON.parse(readFileSync(out, 'utf8')) as readonly (readonly Said[])[];

    expect(client).toHaveLength(service.length);
    expect(firstDifference(client, service)).toBeNull();
  });
});
