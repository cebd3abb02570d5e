import type { QuestionDefinition } from '@reflexbogen/domain';
import { languageName, languageTagOf } from './languages.js';
import { readXlsform, type XlsformImport } from './read-xlsform.js';
import { writeXlsform } from './write-xlsform.js';
import { aForm, aWorkbook, partsOf, zipOf, type SheetOf } from './xlsform.builder.js';
import type { XlsformFault } from './xlsform-fault.js';

const HEAD = ['type', 'name', 'label'];
const imported = async (survey: SheetOf, more: Readonly<Record<string, SheetOf>> = {}): Promise<XlsformImport> => {
  const result = await readXlsform(await aForm(survey, more), { year: 2018 });
  if (!result.ok) throw new Error(JSON.stringify(result.errors, null, 1));
  return result.value;
};
const questionsOf = ({ document }: XlsformImport): readonly QuestionDefinition[] =>
  document.sections.flatMap(({ questions }) => questions);
const faultsOf = async (
  survey: SheetOf,
  more: Readonly<Record<string, SheetOf>> = {},
): Promise<readonly XlsformFault[]> => {
  const result = await readXlsform(await aForm(survey, more), { year: 2018 });
  return result.ok ? [] : result.errors;
};
const listed = ({ notTakenOver }: XlsformImport): readonly string[] =>
  notTakenOver.map(({ sheet, row, column, what }) => `${sheet} ${column ?? ''}${row} ${what}`);

describe('types', () => {
  it.each<[string, Partial<QuestionDefinition>]>([
    ['text', { type: 'TEXT' }],
    ['integer', { type: 'NUMBER', decimals: 0 }],
    ['decimal', { type: 'NUMBER' }],
    ['select_one yes_no', { type: 'CHOICE', scale: 'yes_no' }],
    ['select one from yes_no', { type: 'CHOICE', scale: 'yes_no' }],
    ['SELECT_MULTIPLE yes_no', { type: 'MULTI_CHOICE', scale: 'yes_no' }],
    ['select all that apply from yes_no', { type: 'MULTI_CHOICE', scale: 'yes_no' }],
  ])('%s', async (type, expected) => {
    expect(questionsOf(await imported([HEAD, [type, 'q', 'Q?']]))).toEqual([
      { code: 'q', text: { en: 'Q?' }, required: false, ...expected },
    ]);
  });

  it('a range is a number within bounds', async () => {
    const value = await imported([
      [...HEAD, 'parameters'],
      ['range', 'q', 'Q?', 'start=-2 end=10 step=0.5'],
      ['range', 'r', 'R?', null],
    ]);

    expect(questionsOf(value)).toMatchObject([
      { type: 'NUMBER', min: -2, max: 10, decimals: 1 },
      { type: 'NUMBER', min: 1, max: 10, decimals: 0 },
    ]);
    expect(listed(value)).toEqual(['survey D2 step=0.5']);
  });

  it('likert and the rows of a matrix are scales under their own names, which are ordered', async () => {
    const value = await imported([
      [...HEAD, 'appearance'],
      ['begin_group', 'matrix', 'How good?', 'field-list'],
      ['select_one yes_no', 'head', 'Head', 'label'],
      ['select_one yes_no', 'a', 'A', 'list-nolabel'],
      ['select_one yes_no', 'b', 'B', 'list-nolabel'],
      ['end_group', null, null, null],
    ]);

    expect(value.document.sections).toMatchObject([
      {
        code: 'matrix',
        title: { en: 'How good?' },
        questions: [
          { code: 'a', type: 'SCALE' },
          { code: 'b', type: 'SCALE' },
        ],
      },
    ]);
    expect(value.document.scales).toMatchObject([
      { code: 'yes_no', ordered: true, levels: [{ code: 'yes' }, { code: 'no' }] },
    ]);
    expect(listed(value)).toEqual(['survey D2 appearance: field-list', 'survey 3 select_one yes_no head']);
    expect(
      questionsOf(
        await imported([
          [...HEAD, 'appearance'],
          ['select_one yes_no', 'q', 'Q', 'likert'],
        ]),
      )[0]?.type,
    ).toBe('SCALE');
  });

  it('or_other is a level and a text question that is visible with it', async () => {
    const survey = [HEAD, ['select_one yes_no or_other', 'a', 'A'], ['select_multiple yes_no or_other', 'b', 'B']];
    const value = await imported(survey);

    expect(questionsOf(value)).toMatchObject([
      { code: 'a', type: 'CHOICE' },
      { code: 'a_other', type: 'TEXT', text: { en: 'Please specify' }, visibleIf: "answer('a') == 'other'" },
      { code: 'b', type: 'MULTI_CHOICE' },
      { code: 'b_other', type: 'TEXT', visibleIf: "'other' in answer('b')" },
    ]);
    expect(value.document.scales[0]?.levels.map(({ code }) => code)).toEqual(['yes', 'no', 'other']);
  });

  it('what has no equal is listed, with all that stands in a repeat', async () => {
    const value = await imported([
      [...HEAD, 'relevant', 'default', 'note to self'],
      ['note', 'n', 'Hello', null, null, null],
      ['date', 'd', 'When?', null, null, null],
      ['start', 'start', null, null, null, null],
      ['calculate', 'c', null, null, null, null],
      ['begin_repeat', 'r', 'Each', null, null, null],
      ['begin_group', 'g', 'Inner', null, null, null],
      ['text', 't', 'T', null, null, null],
      ['end_group', null, null, null, null, null],
      ['end_repeat', null, null, null, null, null],
      ['text', '_u', 'U', null, null, null],
      ['text', 'q', 'Q', '${d} > 3', 'x', 'y'],
    ]);

    expect(questionsOf(value)).toEqual([{ code: 'q', type: 'TEXT', text: { en: 'Q' }, required: false }]);
    expect(listed(value)).toEqual([
      'survey 2 note n',
      'survey 3 date d',
      'survey 4 start start',
      'survey 5 calculate c',
      'survey 6 repeat r',
      'survey 7 begin_group g',
      'survey 8 text t',
      'survey 11 text _u',
      'survey D12 relevant: ${d} > 3',
      'survey E12 default: x',
      'survey F12 note to self: y',
    ]);
  });
});

describe('sections', () => {
  it('are groups; those within groups and what follows them are sections of their own', async () => {
    const value = await imported([
      HEAD,
      ['text', 'a', 'A'],
      ['begin group', 'outer', 'Outer'],
      ['text', 'b', 'B'],
      ['begin_group', 'inner', 'Inner'],
      ['text', 'c', 'C'],
      ['end_group', null, null],
      ['text', 'd', 'D'],
      ['end group', 'outer', null],
      ['text', 'main.2', 'E'],
    ]);

    expect(
      value.document.sections.map(({ code, title, questions }) => [code, title.en, questions.map((q) => q.code)]),
    ).toEqual([
      ['main', 'A form', ['a']],
      ['outer', 'Outer', ['b']],
      ['outer.inner', 'Inner', ['c']],
      ['outer.2', 'Outer', ['d']],
      ['main.3', 'A form', ['main.2']],
    ]);
  });

  it('hand the condition of their group on to every question', async () => {
    const value = await imported([
      [...HEAD, 'relevant'],
      ['select_one yes_no', 'a', 'A', null],
      ['begin_group', 'g', 'G', "not(${a} = 'yes')"],
      ['text', 'b', 'B', null],
      ['text', 'c', 'C', "${b} != ''"],
      ['end_group', null, null, null],
      ['begin_group', 'never', 'N', 'false()'],
      ['text', 'd', 'D', null],
      ['end_group', null, null, null],
    ]);

    expect(questionsOf(value).map(({ visibleIf }) => visibleIf)).toEqual([
      undefined,
      "!answered('a') || answer('a') != 'yes'",
      "(!answered('a') || answer('a') != 'yes') && answered('b')",
    ]);
    expect(listed(value)).toEqual(['survey 7 group never', 'survey 8 text d']);
  });
});

describe('columns', () => {
  it('wordings by language, whatever the heading looks like', async () => {
    const sheets = {
      Survey: [
        [
          'TYPE',
          'Name',
          'label::Deutsch (de)',
          'LABEL::English',
          'label:fr',
          'hint',
          'constraint',
          'Constraint Message::German',
        ],
        ['text', 'q', 'Frage', 'Question', 'Demande', 'Help', 'string-length(.) > 3', 'Zu kurz'],
      ],
      SETTINGS: [['default_language'], ['Polski']],
    };
    const result = await readXlsform(await aWorkbook(sheets), { year: 2018, revision: 4 });
    expect(result.ok && result.value.document).toMatchObject({
      revision: 4,
      sections: [
        {
          title: { pl: 'Main' },
          questions: [
            {
              text: { de: 'Frage', en: 'Question', fr: 'Demande' },
              help: { pl: 'Help' },
              valid: { rule: "size(answer('q')) > 3", message: { de: 'Zu kurz' } },
            },
          ],
        },
      ],
    });
  });

  it.each<[string, string | null]>([
    ['English (en)', 'en'],
    ['Anything (de-AT)', 'de-AT'],
    ['english', 'en'],
    ['EN', 'en'],
    ['pt-br', 'pt-BR'],
    ['Französisch', 'fr'],
    ['français', 'fr'],
    ['中文', 'zh'],
    ['Swahili (sw)', 'sw'],
    ['Leichte Sprache', 'de-simple'],
    ['Klingonese', null],
    ['English (the one)', null],
    ['', null],
  ])('the language %s', (name, tag) => {
    expect(languageTagOf(name)).toBe(tag);
  });

  it('names every language so that it is found again', () => {
    for (const tag of ['de', 'de-AT', 'DE', 'und', 'zz-y1', 'zh-Hant-TW', 'aaaaaaaa'])
      expect(languageTagOf(languageName(tag))).toBe(tag);
  });

  it('required and constraint', async () => {
    const value = await imported([
      [...HEAD, 'required', 'constraint', 'constraint_message'],
      ['integer', 'a', 'A', 'yes', '. >= 0 and . < 10', null],
      ['integer', 'b', 'B', 'TRUE()', '. >= 0', 'Not below 0'],
      ['decimal', 'c', 'C', '${a} > 3', '. > 0', null],
      ['text', 'd', 'D', 'no', "regex(., '[0-9]+')", 'Digits'],
    ]);

    expect(questionsOf(value)).toEqual([
      { code: 'a', type: 'NUMBER', text: { en: 'A' }, required: true, decimals: 0, min: 0, max: 9 },
      {
        ...{ code: 'b', type: 'NUMBER', text: { en: 'B' }, required: true, decimals: 0 },
        valid: { rule: "answer('b') >= 0.0", message: { en: 'Not below 0' } },
      },
      {
        ...{ code: 'c', type: 'NUMBER', text: { en: 'C' }, required: false, requiredIf: "answer('a') > 3.0" },
        valid: {
          rule: "answer('c') > 0.0",
          message: { en: 'This answer does not meet the condition of the question.' },
        },
      },
      { code: 'd', type: 'TEXT', text: { en: 'D' }, required: false },
    ]);
    expect(listed(value)).toEqual(["survey E5 constraint: regex(., '[0-9]+')"]);
  });

  it('lists rules that XLSForm allows and question sets do not', async () => {
    const value = await imported([
      [...HEAD, 'relevant'],
      ['text', 'a', 'A', "${b} = 'yes'"],
      ['select_one yes_no', 'b', 'B', null],
      ['text', 'c', 'C', "${b} = 'perhaps'"],
      ['text', 'd', 'D', "${b} = 'yes' and ${b} = 'no'"],
    ]);

    expect(questionsOf(value).map(({ visibleIf }) => visibleIf)).toEqual([undefined, undefined, undefined, undefined]);
    expect(value.notTakenOver).toMatchObject([
      { row: 2, column: 'D', why: expect.stringMatching(/asked later/) as unknown },
      { row: 4, column: 'D', why: expect.stringMatching(/no choice "perhaps"/) as unknown },
      { row: 5, column: 'D', why: expect.stringMatching(/never become visible/) as unknown },
    ]);
  });
});

describe('a form that was exported and then changed', () => {
  it('says what it says now', async () => {
    const { document } = await imported([
      [...HEAD, 'relevant', 'constraint', 'constraint_message'],
      ['integer', 'a', ' A', null, '. > 1', 'More'],
      ['select_one yes_no', 'b', 'B', '${a} > 3', null, null],
    ]);
    const written = Buffer.from(await writeXlsform(document));
    const changed = await changedForm(written, [
      ['${a} &gt; 3', '${a} &gt; 4'],
      ['. &gt; 1', '. &gt; 2'],
      ['select_one yes_no', 'select_multiple yes_no'],
    ]);
    const result = await readXlsform(changed);

    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    expect(questionsOf(result.value)).toMatchObject([
      { code: 'a', valid: { rule: "answer('a') > 2.0", message: { en: 'More' } } },
      { code: 'b', type: 'MULTI_CHOICE', visibleIf: "answer('a') > 4.0" },
    ]);
    expect(result.value.notTakenOver.map(({ row, what }) => [row, what])).toEqual([
      [3, "answer('a') > 1.0"],
      [4, 'CHOICE'],
      [4, "answer('a') > 3.0"],
    ]);
  });
});

/** Replaces text in the survey sheet of a workbook. */
async function changedForm(bytes: Buffer, changes: readonly (readonly [string, string])[]): Promise<Uint8Array> {
  const { readXlsxParts } = await import('./xlsx-parts.js');
  const parts = new Map([...(await readXlsxParts(bytes))].map(([name, part]) => [name, part.toString('utf8')]));
  let survey = parts.get('xl/worksheets/sheet1.xml') ?? '';
  for (const [from, to] of changes) {
    if (!survey.includes(`>${from}<`)) throw new Error(`the form has no ${from}`);
    survey = survey.replace(`>${from}<`, `>${to}<`);
  }
  return zipOf(parts.set('xl/worksheets/sheet1.xml', survey));
}

describe('faults, at their place', () => {
  it.each<[string, SheetOf, Readonly<Record<string, SheetOf>>, Partial<XlsformFault>]>([
    [
      'an unknown type',
      [HEAD, ['intger', 'q', 'Q']],
      {},
      { sheet: 'survey', row: 2, column: 'A', message: 'XLSForm has no type "intger".' },
    ],
    ['no type', [HEAD, [null, 'q', 'Q']], {}, { row: 2, column: 'A', message: 'The row has no type.' }],
    ['no name', [HEAD, ['text', null, 'Q']], {}, { row: 2, column: 'B', message: 'The question has no name.' }],
    ['no label', [HEAD, ['text', 'q', null]], {}, { row: 2, column: 'C', message: 'The question "q" has no label.' }],
    ['a name with a blank', [HEAD, ['text', 'a b', 'Q']], {}, { row: 2, column: 'B', message: '"a b" is no name.' }],
    [
      'a name that begins with a digit',
      [HEAD, ['text', '1a', 'Q']],
      {},
      { row: 2, column: 'B', message: '"1a" is no name.' },
    ],
    [
      'a name twice',
      [HEAD, ['text', 'q', 'Q'], ['text', 'q', 'Q']],
      {},
      { row: 3, column: 'B', message: '"q" is already asked by "q".' },
    ],
    [
      'a name that or_other takes',
      [HEAD, ['select_one yes_no or_other', 'q', 'Q'], ['text', 'q_other', 'Q']],
      {},
      { row: 3, column: 'B', message: '"q_other" is already asked by "q_other".' },
    ],
    [
      'a list that is missing',
      [HEAD, ['select_one nope', 'q', 'Q']],
      {},
      { row: 2, column: 'A', message: 'There is no list "nope".', expected: 'yes_no' },
    ],
    [
      'a group left open',
      [HEAD, ['begin_group', 'g', 'G'], ['text', 'q', 'Q']],
      {},
      { row: 2, column: 'A', message: 'The group is not ended.' },
    ],
    [
      'an end without begin',
      [HEAD, ['text', 'q', 'Q'], ['end_group', null, null]],
      {},
      { row: 3, column: 'A', message: 'No group begins before this end.' },
    ],
    [
      'groups that cross',
      [HEAD, ['begin_group', 'g', 'G'], ['end_repeat', null, null], ['end_group', null, null]],
      {},
      { row: 3, message: 'A repeat ends inside a group.' },
    ],
    [
      'a group without name',
      [HEAD, ['begin_group', null, 'G'], ['end_group', null, null]],
      {},
      { row: 2, column: 'B', message: 'The group has no name.' },
    ],
    [
      'a relevant that is no XPath',
      [
        [...HEAD, 'relevant'],
        ['text', 'q', 'Q', '${q} = '],
      ],
      {},
      { row: 2, column: 'D', message: expect.stringMatching(/no XPath/) },
    ],
    [
      'a question that is not there',
      [
        [...HEAD, 'relevant'],
        ['text', 'q', 'Q', '${nobody} = 1'],
      ],
      {},
      { row: 2, column: 'D', message: expect.stringMatching(/no question "nobody"/) },
    ],
    [
      'required that is nothing',
      [
        [...HEAD, 'required'],
        ['text', 'q', 'Q', 'yes please'],
      ],
      {},
      { row: 2, column: 'D', message: expect.stringMatching(/neither yes nor no/) },
    ],
    [
      'parameters of a range',
      [
        [...HEAD, 'parameters'],
        ['range', 'q', 'Q', 'start=a'],
      ],
      {},
      { row: 2, column: 'D', message: '"start=a" is no parameter of a range.' },
    ],
    [
      'a language that nobody knows',
      [
        ['type', 'name', 'label::Klingonese'],
        ['text', 'q', 'Q'],
      ],
      {},
      { row: 1, column: 'C', message: 'The language "Klingonese" is not known.' },
    ],
    [
      'a heading twice',
      [
        [...HEAD, 'Label'],
        ['text', 'q', 'Q', 'R'],
      ],
      {},
      { row: 1, column: 'D' },
    ],
    [
      'a wording twice in one language',
      [
        [...HEAD, 'label::English'],
        ['text', 'q', 'Q', 'R'],
      ],
      {},
      { row: 2, column: 'D', expected: 'one column per language' },
    ],
    [
      'a control character',
      [HEAD, ['text', 'q', 'a\u202eb']],
      {},
      { row: 2, column: 'C', message: expect.stringMatching(/control character/) },
    ],
    [
      'a choice twice',
      [HEAD, ['select_one l', 'q', 'Q']],
      {
        choices: [
          ['list name', 'name', 'label'],
          ['l', 'a', 'A'],
          ['l', 'a', 'B'],
        ],
      },
      { sheet: 'choices', row: 3, column: 'B', message: 'List "l" has the choice "a" twice.' },
    ],
    [
      'a choice without name',
      [HEAD, ['select_one l', 'q', 'Q']],
      {
        choices: [
          ['list_name', 'name', 'label'],
          ['l', null, 'A'],
        ],
      },
      { sheet: 'choices', row: 2, column: null, message: 'The choice has no name.' },
    ],
    [
      'a choice of several with a blank',
      [HEAD, ['select_multiple l', 'q', 'Q']],
      {
        choices: [
          ['list_name', 'name', 'label'],
          ['l', 'a b', 'A'],
        ],
      },
      { sheet: 'choices', row: 2, column: 'B', message: 'The choice "a b" of a select_multiple contains a blank.' },
    ],
    [
      'a list without names',
      [HEAD, ['select_one l', 'q', 'Q']],
      {
        choices: [
          ['list_name', 'label'],
          ['l', 'A'],
        ],
      },
      { sheet: 'choices', row: 1, message: 'The sheet has no column "name".' },
    ],
    [
      'a default language that nobody knows',
      [HEAD, ['text', 'q', 'Q']],
      { settings: [['default_language'], ['Klingonese']] },
      { sheet: 'settings', row: 2, column: 'A' },
    ],
    [
      'a column of ours that holds something else',
      [
        [...HEAD, 'reflexbogen::since'],
        ['text', 'q', 'Q', '{"year":"2017"}'],
      ],
      {},
      { row: 2, column: 'D', expected: 'what an export of a question set has written' },
    ],
    [
      'a verdict without sense',
      [
        [...HEAD, 'reflexbogen::since'],
        ['text', 'q', 'Q', '{"year":2019,"verdict":"BREAK"}'],
      ],
      {},
      { row: 2, column: 'D', message: expect.stringMatching(/2019/) },
    ],
    ['nothing to ask', [HEAD, ['note', 'n', 'N']], {}, { sheet: 'survey', row: 1, message: 'The set asks nothing.' }],
    ['no types', [['name', 'label']], {}, { sheet: 'survey', row: 1, message: 'The sheet has no column "type".' }],
  ])('%s', async (_, survey, more, fault) => {
    expect(await faultsOf(survey, more)).toContainEqual(expect.objectContaining(fault));
  });

  it('a formula where a value is needed, and none where nothing is taken over', async () => {
    const parts = partsOf({
      survey: [
        [...HEAD, 'default'],
        ['text', 'q', 'XX', 'YY'],
      ],
    });
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const formula = (text: string, from: string) =>
      sheet.replace(
        new RegExp(`<c r="(..)" t="inlineStr"><is><t xml:space="preserve">${from}</t></is></c>`),
        `<c r="$1" t="str"><f>${text}</f><v>shown</v></c>`,
      );
    const read = (changed: string) =>
      zipOf(new Map(parts).set('xl/worksheets/sheet1.xml', changed)).then((bytes) =>
        readXlsform(bytes, { year: 2018 }),
      );

    const refused = await read(formula('NOW()', 'XX'));
    expect(refused.ok ? [] : refused.errors).toContainEqual({
      ...{ sheet: 'survey', row: 2, column: 'C', expected: 'text or a number' },
      message: 'The cell holds the formula NOW(), and no value that can be relied on.',
    });
    const unread = await read(formula('NOW()', 'YY'));
    expect(unread.ok && listed(unread.value)).toEqual(['survey D2 default: the formula NOW()']);
    const computed = await read(formula('B2&amp;"?"', 'XX'));
    expect(computed.ok && questionsOf(computed.value)[0]?.text).toEqual({ und: 'q?' });
  });

  it('two sheets of one name', async () => {
    const faults = await faultsOf([HEAD, ['text', 'q', 'Q']], { SETTINGS: [['form_title']] });
    expect(faults).toMatchObject([{ sheet: 'SETTINGS', row: 1, message: 'There are two sheets "settings".' }]);
  });

  it('a workbook without a survey, and a set without a year', async () => {
    const none = await readXlsform(await aWorkbook({ questions: [['type']] }), { year: 2018 });
    expect(none.ok ? [] : none.errors).toMatchObject([{ sheet: null, message: 'The workbook has no sheet "survey".' }]);
    const undated = await readXlsform(await aForm([HEAD, ['text', 'q', 'Q']]));
    expect(undated.ok ? [] : undated.errors).toMatchObject([
      { sheet: 'settings', message: expect.stringMatching(/year/) as unknown },
    ]);
  });

  it('a file that is refused as a whole', async () => {
    const result = await readXlsform(Buffer.from('no zip'), { year: 2018 });

    expect(result.ok ? [] : result.errors).toMatchObject([{ sheet: null, row: null, column: null }]);
  });

  it('so many that nobody would read them, up to a thousand', async () => {
    const rows = Array.from({ length: 3000 }, () => ['nonsense', 'q', 'Q']);
    const faults = await faultsOf([HEAD, ...rows]);

    expect(faults).toHaveLength(1000);
    expect(faults.at(-1)?.message).toBe('There are more faults.');
  });
});
