import {
  checkQuestionSet,
  type LocalizedText,
  type QuestionDefinition,
  type QuestionSetDocument,
  type Scale,
} from '@reflexbogen/domain';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { aDocument, aScale, EVERY_SCALE, EVERY_TYPE } from '../../../domain/src/question-set/document.builder.js';
import { readXlsform } from './read-xlsform.js';
import { writeXlsform } from './write-xlsform.js';
import { readXlsx } from './xlsx-reader.js';
import { XLSX_LIMITS } from './xlsx-parts.js';
import { aWorkbook, type SheetOf } from './xlsform.builder.js';

const FIXTURES = new URL('../../../../test/fixtures/xlsform/', import.meta.url);
/** What is wrong with the faulty ones of the fixtures; all others are good. */
const FAULTY: Readonly<Record<string, object>> = {
  'bad_calc.xlsx': { sheet: 'survey', row: 2, column: 'D', message: expect.stringMatching(/no XPath/) },
  'duplicate_columns.xlsx': { sheet: 'survey', row: 1, column: 'E', message: expect.stringMatching(/says the same/) },
};
const files = readdirSync(FIXTURES).filter((file) => file.endsWith('.xlsx'));

const throughForm = async (document: QuestionSetDocument): Promise<QuestionSetDocument> => {
  const back = await readXlsform(await writeXlsform(document));
  if (!back.ok) throw new Error(JSON.stringify(back.errors.slice(0, 5), null, 1));
  return back.value.document;
};

describe('the XLSForms of the standard', () => {
  it('are here, good and faulty', () => {
    expect(files).toHaveLength(14);
    expect(files).toEqual(expect.arrayContaining(Object.keys(FAULTY)));
  });

  it.each(files.filter((file) => !(file in FAULTY)))(
    '%s: imports, exports and imports to the same document',
    async (file) => {
      const first = await readXlsform(readFileSync(new URL(file, FIXTURES)), { year: 2018, revision: 2 });
      if (!first.ok) throw new Error(JSON.stringify(first.errors));

      expect(checkQuestionSet(first.value.document)).toEqual([]);
      expect(first.value.document.sections.flatMap(({ questions }) => questions).length).toBeGreaterThan(0);
      expect(await throughForm(first.value.document)).toEqual(first.value.document);
    },
  );

  it.each(Object.entries(FAULTY))('%s: a located fault', async (file, fault) => {
    const result = await readXlsform(readFileSync(new URL(file, FIXTURES)), { year: 2018 });

    expect(result.ok ? [] : result.errors).toContainEqual(expect.objectContaining(fault));
  });
});

describe('documents of ours', () => {
  it('come back: every type, with everything that XLSForm cannot say', async () => {
    const text = (en: string): LocalizedText => ({ en, de: ` ${en} `, fr: '' });
    const [level, place, topics, staff, budget, coordinator, remark, impact] = EVERY_TYPE;
    const document = aDocument([], {
      scales: [
        ...EVERY_SCALE,
        aScale({ code: 'yes_no', ordered: false, boxes: { a: ['1', '2'] }, polarity: 'HIGHER_IS_BETTER' }),
        aScale({
          code: 'change',
          levels: [
            { code: 'Has gone down', direction: 'DECREASED', label: text('down') },
            { code: '=1+1', direction: 'UNCHANGED', label: text('=1+1'), archived: true },
            { code: '@up', direction: 'INCREASED', label: text('-up'), archived: false },
          ],
          boxes: {},
        }),
      ],
      modules: [{ code: 'core', revision: 3 }],
      sections: [
        { code: 'empty', title: text('Empty'), questions: [] },
        {
          code: '2nd',
          title: text('Second'),
          questions: [
            {
              ...level,
              module: 'core',
              since: { year: 2017, revision: 2, verdict: 'RECODED', recode: { a: '1' }, note: 'n' },
            },
            { ...place, required: true, requiredIf: "answer('level') == '1'" },
            { ...topics, scale: 'change', visibleIf: "!(answer('level') in ['1', '2']) && answered('place')" },
            {
              ...staff,
              decimals: 0,
              min: -1e-7,
              max: 12,
              unit: text('posts'),
              tolerance: { percent: 1 },
              polarity: 'NEUTRAL',
            },
            {
              ...budget,
              valid: { rule: "answer('budget') >= answer('staff') * 2.0", message: text('valid') },
              plausible: { rule: "abs(answer('budget') - previous('budget')) > 10.0", message: text('plausible') },
            },
            { ...coordinator, scale: 'missing-only', requiredIf: "size(answer('topics')) > 1" },
            { ...remark, help: text('=HYPERLINK("x")'), visibleIf: "answer('remark2').contains('a')" },
            { code: '1st', type: 'TEXT', text: text('${level}\n_x000A_'), required: true },
            { ...impact, required: true, help: text('Help'), visibleIf: "answer('1st') != ''" },
            {
              code: 'after',
              type: 'SCALE',
              scale: 'change',
              text: text('After'),
              required: false,
              visibleIf: "answer('impact.labour.short') == '4' || answer('coordinator')",
              reportsChangeOf: { question: 'level', since: 2017 },
            },
          ] as QuestionDefinition[],
        },
      ],
    });

    const fixed = JSON.parse(
      JSON.stringify(document).replace('remark2', 'level').replace(".contains('a')", " == '1'"),
    ) as QuestionSetDocument;
    expect(checkQuestionSet(fixed)).toEqual([]);
    expect(await throughForm(fixed)).toEqual(fixed);
  });

  it('writes texts that look like formulas as texts', async () => {
    const document = aDocument([
      { code: 'q', type: 'TEXT', text: { en: '=1+1' }, help: { en: '@SUM(A1)' }, required: false },
    ]);
    const sheets = await readXlsx(await writeXlsform(document), new Set(['survey']));

    const cells = sheets[0]?.rows.flatMap(({ cells: row }) => [...row.values()]) ?? [];
    expect(cells).toContainEqual({ text: '=1+1' });
    expect(cells).toContainEqual({ text: '@SUM(A1)' });
  });

  it('gives the same bytes for the same document', async () => {
    expect(await writeXlsform(aDocument())).toEqual(await writeXlsform(aDocument()));
  });

  it('says which cell is too long for a workbook', async () => {
    const rows = Array.from({ length: 5 }, (_, index) => ({ code: `r${index}`, text: { en: 'x'.repeat(9000) } }));
    const document = aDocument([{ ...EVERY_TYPE[7], rows } as QuestionDefinition]);

    await expect(writeXlsform(document)).rejects.toThrow('sheet survey, row 3, "reflexbogen::rows"');
  });

  it('come back, whatever they are', async () => {
    let [tried, rules, worded] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(anyDocument(), async (document) => {
        fc.pre(checkQuestionSet(document).length === 0);
        const questions = document.sections.flatMap((section) => section.questions);
        tried += 1;
        rules += questions.filter(({ visibleIf }) => visibleIf !== undefined).length;
        worded += questions.filter(({ since }) => since !== undefined).length;
        expect(await throughForm(document)).toEqual(document);
      }),
      { numRuns: 200 },
    );
    // The property is worth something only where the documents have what it is about.
    expect(Math.min(tried, rules, worded)).toBeGreaterThan(20);
  });
});

/** Documents of which most are sound: what is not is passed over. */
function anyDocument(): fc.Arbitrary<QuestionSetDocument> {
  const letters = fc.constantFrom(...'aZ0 =+-@_$\'"&<>\n\t{}:./ä漢😀');
  const words = fc.oneof(
    fc.array(letters, { minLength: 1, maxLength: 12 }).map((some) => some.join('')),
    fc.constant('x'),
  );
  const text: fc.Arbitrary<LocalizedText> = fc
    .dictionary(
      fc.constantFrom('de', 'en', 'de-AT', 'zz-y1', 'DE', 'und', 'aaaaaaaa'),
      fc.oneof(words, fc.constant('')),
      { maxKeys: 3, noNullPrototype: true },
    )
    .map((some) => ({ en: 'text', ...some }));
  const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
  const pruned = <T extends object>(value: T): T =>
    Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
  const levelCode = fc.constantFrom('1', '2', '3', 'a b', "it's", '007', '=x', 'TRUE', 'other');
  const scale = (code: string): fc.Arbitrary<Scale> =>
    fc
      .record({
        codes: fc.uniqueArray(levelCode, { minLength: 1, maxLength: 5 }),
        labels: fc.array(text, { minLength: 5, maxLength: 5 }),
        direction: maybe(fc.constantFrom('INCREASED' as const, 'DECREASED' as const)),
        archived: maybe(fc.boolean()),
        ordered: fc.boolean(),
        polarity: fc.constantFrom('NEUTRAL' as const, 'HIGHER_IS_WORSE' as const),
        missing: fc.boolean(),
        boxed: fc.boolean(),
      })
      .map(({ codes, labels, direction, archived, ordered, polarity, missing, boxed }) => ({
        code,
        ordered,
        polarity,
        levels: codes.map((one, index) =>
          pruned({
            code: one,
            label: labels[index] ?? { en: 'x' },
            direction,
            archived: index === 0 ? undefined : archived,
          }),
        ) as Scale['levels'],
        boxes: boxed ? { high: codes.slice(-1) } : {},
        missing: missing ? [{ code: 'dk', kind: 'DONT_KNOW' as const, label: labels[0] ?? { en: 'x' } }] : [],
      }));
  const rule = (earlier: readonly string[]): fc.Arbitrary<string> => {
    const of = earlier.length === 0 ? fc.constant('q0') : fc.constantFrom(...earlier);
    const atom = of.chain((code) =>
      fc.constantFrom(
        `answered('${code}')`,
        `answer('${code}') == '1'`,
        `answer('${code}') in ['1', "2"]`,
        `answer('${code}') > 3.5`,
        `answer('${code}')`,
        `'1' in answer('${code}')`,
        `answer('${code}').contains('"')`,
        `size(answer('${code}')) >= 2`,
        `(answered('${code}') ? answer('${code}') : 1.0) > 0.0`,
      ),
    );
    return fc.oneof(
      atom,
      fc.tuple(atom, atom).map(([a, b]) => `${a} && !(${b})`),
      fc.tuple(atom, atom).map(([a, b]) => `${a} || ${b}`),
    );
  };
  const question = (index: number): fc.Arbitrary<QuestionDefinition> => {
    const code = index % 5 === 4 ? `${index}-q` : `q${index}`;
    const earlier = Array.from({ length: index }, (_, one) => (one % 5 === 4 ? `${one}-q` : `q${one}`));
    const some = rule(earlier);
    const axis = (names: readonly string[]) =>
      fc
        .array(text, { minLength: 2, maxLength: 2 })
        .map((texts) => names.map((name, at) => ({ code: name, text: texts[at] ?? { en: 'x' } })));
    const shared = {
      code: fc.constant(code),
      text,
      help: maybe(text),
      required: fc.boolean(),
      visibleIf: index === 0 ? fc.constant(undefined) : maybe(some),
      requiredIf: index === 0 ? fc.constant(undefined) : maybe(some),
      valid: maybe(fc.record({ rule: rule([...earlier, code]), message: text })),
      plausible: maybe(fc.record({ rule: some, message: text })),
      module: maybe(fc.constant('core')),
      polarity: maybe(fc.constantFrom('NEUTRAL' as const, 'HIGHER_IS_BETTER' as const)),
      since: maybe(
        fc.record({ year: fc.constant(2017), verdict: fc.constantFrom('IDENTICAL' as const, 'BREAK' as const) }),
      ),
    };
    return fc
      .oneof(
        fc.record({
          ...shared,
          type: fc.constantFrom('SCALE' as const, 'CHOICE' as const, 'MULTI_CHOICE' as const),
          scale: fc.constantFrom('s', 't'),
        }),
        fc.record({
          ...shared,
          type: fc.constantFrom('TEXT' as const, 'BOOLEAN' as const),
          scale: maybe(fc.constant('missing')),
        }),
        fc.record({
          ...shared,
          type: fc.constant('NUMBER' as const),
          scale: maybe(fc.constant('missing')),
          min: maybe(fc.constantFrom(-5, 0, 0.5, 1e-7, -123456789.125)),
          max: maybe(fc.constantFrom(5, 1e14, 7.25)),
          decimals: maybe(fc.constantFrom(0, 2, 9)),
          unit: maybe(text),
          tolerance: maybe(fc.constantFrom({ absolute: 0.5 }, { percent: 2 })),
        }),
        fc.record({
          ...shared,
          type: fc.constant('GRID' as const),
          scale: fc.constant('s'),
          rows: axis(['r', '1']),
          columns: axis(['c', 'd']),
        }),
      )
      .map((definition) => pruned(definition) as QuestionDefinition);
  };
  const missing: Scale = {
    code: 'missing',
    ordered: false,
    levels: [],
    boxes: {},
    polarity: 'NEUTRAL',
    missing: [{ code: 'no', kind: 'REFUSED', label: { en: 'no' } }],
  };
  return fc.integer({ min: 1, max: 7 }).chain((count) =>
    fc
      .record({
        scales: fc.tuple(scale('s'), scale('t')),
        questions: fc.tuple(...Array.from({ length: count }, (_, index) => question(index))),
        titles: fc.tuple(text, text, text),
        cut: fc.nat({ max: count }),
        modules: maybe(fc.constant([{ code: 'core', revision: 1 }])),
      })
      .map(({ scales, questions, titles, cut, modules }) => {
        const document = {
          year: 2018,
          revision: 2,
          scales: [...scales, missing],
          sections: [
            { code: 'main', title: titles[0], questions: questions.slice(0, cut) },
            { code: '2', title: titles[1], questions: questions.slice(cut) },
            { code: 'q1', title: titles[2], questions: [] },
          ],
          ...(modules === undefined ? {} : { modules }),
        };
        return withoutFaultyRules(document);
      }),
  );
}

/** Random rules are often of the wrong type; the rest of the document is as good without them. */
function withoutFaultyRules(document: QuestionSetDocument): QuestionSetDocument {
  const faulty = new Set(
    checkQuestionSet(document).map(({ path: [, section, , question, field] }) => `${section} ${question} ${field}`),
  );
  return {
    ...document,
    sections: document.sections.map((section, at) => ({
      ...section,
      questions: section.questions.map(
        (question, index) =>
          Object.fromEntries(
            Object.entries(question).filter(([field]) => field === 'text' || !faulty.has(`${at} ${index} ${field}`)),
          ) as unknown as QuestionDefinition,
      ),
    })),
  };
}

describe('the rows that show a matrix of ours', () => {
  const GRID = EVERY_TYPE.find(({ type }) => type === 'GRID')!;
  const cellsOf = async (document: QuestionSetDocument): Promise<SheetOf> => {
    const [survey] = await readXlsx(await writeXlsform(document), new Set(['survey']), XLSX_LIMITS);
    const width = Math.max(...survey!.rows.flatMap(({ cells }) => [...cells.keys()])) + 1;
    return survey!.rows.map(({ cells }) =>
      Array.from({ length: width }, (_, index) => {
        const cell = cells.get(index);
        return cell !== undefined && 'text' in cell ? cell.text : '';
      }),
    );
  };
  const readBack = async (document: QuestionSetDocument, edit: (rows: SheetOf) => SheetOf) => {
    const sheets = await readXlsx(await writeXlsform(document), new Set(['choices', 'settings']), XLSX_LIMITS);
    const others = Object.fromEntries(
      sheets
        .filter(({ name }) => name !== 'survey')
        .map(({ name, rows }) => [
          name,
          rows.map(({ cells }) =>
            Array.from({ length: 20 }, (_, index) => {
              const cell = cells.get(index);
              return cell !== undefined && 'text' in cell ? cell.text : '';
            }),
          ),
        ]),
    );
    const back = await readXlsform(await aWorkbook({ survey: edit(await cellsOf(document)), ...others }));
    if (!back.ok) throw new Error(JSON.stringify(back.errors));
    return back.value;
  };
  const document = aDocument([GRID]);

  it('say nothing where they are as they were written', async () => {
    const back = await readBack(document, (rows) => rows);
    expect(back).toMatchObject({ document, notTakenOver: [] });
  });

  it.each<[string, (rows: SheetOf) => SheetOf, string]>([
    [
      'reworded',
      (rows) => rows.map((row) => row.map((cell) => (cell === 'Labour' ? 'Work' : cell))),
      'row impact.labour.short of the matrix impact',
    ],
    [
      'required',
      (rows) => {
        const column = rows[0]!.indexOf('required');
        const at = column < 0 ? rows[0]!.length : column;
        return rows.map((row, index) =>
          index === 0
            ? row.toSpliced(at, column < 0 ? 0 : 1, 'required')
            : row.toSpliced(at, column < 0 ? 0 : 1, row.includes('impact.school.long') ? 'yes' : ''),
        );
      },
      'row impact.school.long of the matrix impact',
    ],
    [
      'removed',
      (rows) => rows.filter((row) => !row.includes('impact.school.short')),
      'row impact.school.short of the matrix impact, which is gone',
    ],
  ])('are listed where they are %s', async (_, edit, what) => {
    const back = await readBack(document, edit);
    expect(back.document).toEqual(document);
    expect(back.notTakenOver.map((each) => each.what)).toContain(what);
  });
});
