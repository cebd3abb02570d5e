import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { diffQuestionSets as diffCommand } from '../apps/cli/src/question-set-commands.js';
import type { Terminal } from '../apps/cli/src/commands.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';

const FIXTURE = fileURLToPath(new URL('./fixtures/designing-story', import.meta.url));
const FIGURES = `query ($from: String!, $to: String!) {
  comparison(study: "designing-story", from: $from, to: $to) {
    panelSize
    deltas {
      question { code text(locale: "de") }
      comparability notes
      tally { increased decreased unchanged changed comparable excluded exclusions { reason count } }
      transitions { from to count } sentence(locale: "de")
    }
  }
}`;

type SentenceParameter = { readonly name: string; readonly value: string };
type Errors = { code: string; message: string; path: string[] }[];
interface Text {
  locale: string;
  text: string;
}
interface Question {
  code: string;
  text: Text[];
  [field: string]: unknown;
}
interface Section {
  code: string;
  title: Text[];
  questions: Question[];
}
interface Document {
  scales: object[];
  sections: Section[];
}

const text = (de: string, en?: string): Text[] => [
  { locale: 'de', text: de },
  ...(en === undefined ? [] : [{ locale: 'en', text: en }]),
];
const levels = (labels: readonly (readonly [string, string])[]) =>
  labels.map(([de, en], index) => ({ code: String(index + 1), label: text(de, en) }));
const FOUR = {
  code: 'four',
  ordered: true,
  polarity: 'HIGHER_IS_WORSE',
  levels: levels([
    ['keine', 'none'],
    ['gering', 'small'],
    ['groß', 'big'],
    ['sehr groß', 'very big'],
  ]),
};
const THREE = {
  code: 'three',
  ordered: true,
  polarity: 'HIGHER_IS_WORSE',
  levels: levels([
    ['keine', 'none'],
    ['gering', 'small'],
    ['groß', 'big'],
  ]),
};
const SAME = { year: 2017, revision: 1, verdict: 'IDENTICAL' };
const since = (verdict: string, more: object = {}) => ({ year: 2017, revision: 1, verdict, ...more });

/** 2018 as it should be: ten kinds of edits, each with what it means for the series. */
const mended = (): Document => ({
  scales: [FOUR, THREE],
  sections: [
    {
      code: 'challenges',
      title: text('Herausforderungen', 'Challenges'),
      questions: [
        // 1 A typo.
        {
          code: 'housing',
          type: 'SCALE',
          scale: 'four',
          text: text('Wohnraum für Zugewanderten', 'Housing of immigrants'),
          since: since('EDITORIAL'),
        },
        // 2 Reworded.
        {
          code: 'work',
          type: 'SCALE',
          scale: 'four',
          text: text('Wie schwer finden Zugewanderte eine Stelle?', 'How hard is it to find work?'),
          since: since('COMPARABLE', { note: 'Umformuliert' }),
        },
        // 3 Another scale.
        {
          code: 'school',
          type: 'SCALE',
          scale: 'three',
          text: text('Schule', 'School'),
          since: since('RECODED', {
            recode: [
              { from: '1', to: '1' },
              { from: '2', to: '2' },
              { from: '3', to: '3' },
              { from: '4', to: '3' },
            ],
          }),
        },
        // 4 Another meaning.
        {
          code: 'health',
          type: 'SCALE',
          scale: 'four',
          text: text('Psychische Gesundheit', 'Mental health'),
          since: since('BREAK', { note: 'Nur noch psychische Gesundheit' }),
        },
        // 5 Moved here.
        { code: 'remark', type: 'TEXT', text: text('Anmerkung', 'Remark'), since: SAME },
      ],
    },
    {
      code: 'resources',
      title: text('Mittel', 'Resources'),
      questions: [
        // 6 Required.
        {
          code: 'coordinator',
          type: 'BOOLEAN',
          required: true,
          text: text('Gibt es eine Koordination?', 'Is there a coordinator?'),
          since: SAME,
        },
        // 7 Rules: shown to those who have one, and a soft check.
        {
          code: 'staff',
          type: 'NUMBER',
          unit: text('Stellen', 'posts'),
          min: 0,
          text: text('Stellen', 'Posts'),
          visibleIf: "answer('coordinator') == true",
          plausible: {
            rule: "abs(answer('staff') - previous('staff')) > 10.0",
            message: text('Warum so anders als im Vorjahr?', 'Why so different?'),
          },
          since: SAME,
        },
        // 8 plan is asked no more.
        // 9 A translation more.
        {
          code: 'budget',
          type: 'NUMBER',
          text: [...text('Mittel in Euro', 'Budget in euros'), { locale: 'fr', text: 'Budget en euros' }],
          since: since('EDITORIAL'),
        },
        { code: 'topic', type: 'TEXT', text: text('Thema des Jahres', 'Topic of the year'), since: SAME },
        // 10 New.
        { code: 'climate', type: 'SCALE', scale: 'four', text: text('Klima', 'Climate') },
      ],
    },
  ],
});

/** The same with everything that can be wrong in a draft that is otherwise well formed. */
const faulty = (): Document => {
  const document = mended();
  const question = (code: string) =>
    document.sections.flatMap(({ questions }) => questions).find((each) => each.code === code)!;
  question('housing')['since'] = SAME;
  delete question('health')['since'];
  question('school')['since'] = since('RECODED', {
    recode: [
      { from: '1', to: '1' },
      { from: '9', to: '3' },
    ],
  });
  question('climate').text = text('Klima');
  question('work')['since'] = { year: 2015, verdict: 'COMPARABLE' };
  document.sections[1]!.questions.push({ code: 'plan', type: 'BOOLEAN', text: text('Plan', 'Plan') });
  return document;
};

describe('the story of a round', () => {
  let api: TestApi;
  let designer: string;
  let analyst: string;
  let set2017: string;
  let draft: { id: string; version: number };
  let before: string;

  const ask = async <Data>(document: string, variables: object = {}, token = designer): Promise<Data> => {
    const { data, errors } = await api.query<Data>(document, variables, token);
    expect(errors).toBeUndefined();
    return data;
  };
  const figures = async (from: string, to: string) => JSON.stringify(await ask(FIGURES, { from, to }, analyst));
  const save = async (document: Document, version = draft.version) =>
    (
      await ask<{
        saveQuestionSet: {
          questionSet: { version: number };
          merged: { path: string[] }[];
          conflict: { fields: { path: string[]; yours: string; theirs: string }[] } | null;
          errors: Errors;
        };
      }>(
        `mutation ($input: SaveQuestionSetInput!) { saveQuestionSet(input: $input) {
           questionSet { version } merged { path } conflict { yours { version } theirs { version } fields { path base yours theirs } }
           errors { code message path } } }`,
        { input: { id: draft.id, version, document } },
      )
    ).saveQuestionSet;
  const publish = async () =>
    (
      await ask<{ publishQuestionSet: { questionSet: { status: string }; errors: Errors } }>(
        `mutation ($input: PublishQuestionSetInput!) { publishQuestionSet(input: $input) { questionSet { status } errors { code message path } } }`,
        { input: { id: draft.id } },
      )
    ).publishQuestionSet;

  beforeAll(async () => {
    api = await startTestApi();
    designer = await api.token(Role.DESIGNER, { name: 'Designer' });
    analyst = await api.token(Role.ANALYST);
    expect(await api.importPath(FIXTURE)).toMatchObject({ status: 'SUCCEEDED' });
    before = await figures('2016', '2017');
    const { template } = await ask<{ template: { questionSets: { id: string; year: number }[] } }>(
      `{ template(slug: "designing-story") { questionSets { id year } } }`,
    );
    set2017 = template.questionSets.find(({ year }) => year === 2017)!.id;
  });
  afterAll(() => api.stop());

  it('drafts 2018 from 2017, keeps every code, and requires two languages', async () => {
    const { draftQuestionSet } = await ask<{
      draftQuestionSet: { questionSet: { id: string; version: number; sections: { questions: { code: string }[] }[] } };
    }>(
      `mutation ($input: DraftQuestionSetInput!) { draftQuestionSet(input: $input) { questionSet { id version sections { questions { code } } } } }`,
      { input: { template: 'designing-story', year: 2018, basedOn: { year: 2017, revision: 1 } } },
    );
    draft = draftQuestionSet.questionSet;
    expect(draftQuestionSet.questionSet.sections.flatMap(({ questions }) => questions)).toHaveLength(10);
    expect(
      await ask(
        `mutation { requireLocales(input: { template: "designing-story", locales: ["de", "en"] }) { locales } }`,
      ),
    ).toEqual({ requireLocales: { locales: ['de', 'en'] } });
  });

  it('refuses a rule that cannot be, with its place, and saves nothing', async () => {
    const document = mended();
    document.sections[1]!.questions[1]!['visibleIf'] = "answer('coordinator') == 'yes' && answer('nobody') == 1.0";
    document.sections[1]!.questions[2]!['visibleIf'] = "answer('coordinator') && !answer('coordinator')";
    const { errors, questionSet } = await save(document);
    expect(errors.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['INVALID_DOCUMENT', 'input.document.sections.1.questions.1.visibleIf'],
      ['INVALID_DOCUMENT', 'input.document.sections.1.questions.2.visibleIf'],
    ]);
    expect(questionSet.version).toBe(draft.version);
  });

  it('lists everything that stands in the way of publishing, before and at the attempt', async () => {
    await ask(
      `mutation { archiveQuestions(input: { template: "designing-story", questions: ["plan"], reason: "no more" }) { errors { code } } }`,
    );
    const saved = await save(faulty());
    expect(saved.errors).toEqual([]);
    draft = { ...draft, version: saved.questionSet.version };
    const { questionSet } = await ask<{ questionSet: { publicationErrors: Errors } }>(
      `query ($id: ID!) { questionSet(id: $id) { publicationErrors { code message path } } }`,
      { id: draft.id },
    );
    const refused = await publish();
    expect(refused.questionSet.status).toBe('DRAFT');
    expect(refused.errors).toEqual(questionSet.publicationErrors);
    // The same, for whoever says it in another language.
    const particulars = await ask<{
      questionSet: {
        publicationErrors: { message: string; particulars: { reason: string; parameters: SentenceParameter[] } }[];
      };
    }>(
      `query ($id: ID!) { questionSet(id: $id) { publicationErrors {
         message particulars { reason parameters { name value } } } } }`,
      { id: draft.id },
    );
    expect(particulars.questionSet.publicationErrors.map(({ message }) => message)).toEqual(
      refused.errors.map(({ message }) => message),
    );
    for (const { message, particulars: said } of particulars.questionSet.publicationErrors)
      for (const { value } of said.parameters) expect(message).toContain(value);
    expect(particulars.questionSet.publicationErrors.map(({ particulars: said }) => said.reason)).toContain(
      'VERDICT_NEEDED',
    );
    const place = (...path: (string | number)[]) => ['input', 'document', 'sections', ...path.map(String)];
    expect(refused.errors.map(({ code, path }) => ({ code, path }))).toEqual([
      { code: 'INVALID_DOCUMENT', path: place(0, 'questions', 0, 'since', 'verdict') },
      { code: 'INVALID_DOCUMENT', path: place(0, 'questions', 1, 'since', 'year') },
      { code: 'INVALID_DOCUMENT', path: place(0, 'questions', 2, 'since', 'recode', '9') },
      { code: 'VERDICT_MISSING', path: place(0, 'questions', 3, 'since') },
      { code: 'VERDICT_MISSING', path: place(1, 'questions', 5, 'since') },
      { code: 'CODE_ARCHIVED', path: place(1, 'questions', 5, 'code') },
      { code: 'TRANSLATION_MISSING', path: place(1, 'questions', 4, 'text', 'en') },
    ]);
  });

  it('merges what two designers change in different places, and shows both documents where they contradict', async () => {
    const mine = mended();
    const read = draft.version;
    const first = await save(mine, read);
    expect(first).toMatchObject({ errors: [], merged: [] });
    const theirs = faulty();
    theirs.sections[1]!.title = text('Ressourcen', 'Resources');
    const second = await save(theirs, read);
    expect(second.errors).toEqual([]);
    expect(second.merged.map(({ path }) => path.join('.'))).toContain('questions.climate.text.en');
    const contradicting = faulty();
    contradicting.sections[1]!.title = text('Kräfte', 'Resources');
    const third = await save(contradicting, read);
    expect(third.errors.map(({ code }) => code)).toEqual(['STALE_VERSION']);
    expect(third.conflict?.fields).toEqual([
      { path: ['sections', 'resources', 'title', 'de'], base: '"Mittel"', yours: '"Kräfte"', theirs: '"Ressourcen"' },
    ]);
    draft = { ...draft, version: second.questionSet.version };
  });

  it('goes back to an earlier save', async () => {
    const { questionSet } = await ask<{ questionSet: { versions: { version: number; savedByName: string }[] } }>(
      `query ($id: ID!) { questionSet(id: $id) { versions { version savedByName } } }`,
      { id: draft.id },
    );
    expect(questionSet.versions.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    const { restoreQuestionSet } = await ask<{
      restoreQuestionSet: { questionSet: { version: number; sections: object[] } };
    }>(
      `mutation ($input: RestoreQuestionSetInput!) { restoreQuestionSet(input: $input) { questionSet { version sections { title(locale: "de") } } errors { code } } }`,
      { input: { id: draft.id, version: 4, to: 3 } },
    );
    expect(restoreQuestionSet.questionSet).toEqual({
      version: 5,
      sections: [{ title: 'Herausforderungen' }, { title: 'Mittel' }],
    });
    draft = { ...draft, version: 5 };
  });

  it('tells the difference to 2017 as a hand would write it', async () => {
    const { questionSetDiff } = await ask<{ questionSetDiff: Record<string, unknown> }>(
      `query ($from: ID!, $to: ID!) { questionSetDiff(from: $from, to: $to) {
         added { code section } removed { code section } moved { code fromSection toSection }
         changed { code aspects verdict breaksSeries proposal { verdict } affected { study rounds } } unchanged } }`,
      { from: set2017, to: draft.id },
    );
    const affected = [{ study: 'designing-story', rounds: ['2016', '2017'] }];
    expect(questionSetDiff).toEqual({
      added: [{ code: 'climate', section: 'resources' }],
      removed: [{ code: 'plan', section: 'resources' }],
      moved: [{ code: 'remark', fromSection: 'resources', toSection: 'challenges' }],
      changed: [
        {
          code: 'housing',
          aspects: ['TEXT'],
          verdict: 'EDITORIAL',
          breaksSeries: false,
          proposal: { verdict: 'EDITORIAL' },
          affected,
        },
        {
          code: 'work',
          aspects: ['TEXT', 'TRANSLATION'],
          verdict: 'COMPARABLE',
          breaksSeries: false,
          proposal: { verdict: 'COMPARABLE' },
          affected,
        },
        {
          code: 'school',
          aspects: ['LEVELS'],
          verdict: 'RECODED',
          breaksSeries: false,
          proposal: { verdict: 'RECODED' },
          affected,
        },
        {
          code: 'health',
          aspects: ['TEXT', 'TRANSLATION'],
          verdict: 'BREAK',
          breaksSeries: true,
          proposal: { verdict: 'COMPARABLE' },
          affected,
        },
        {
          code: 'coordinator',
          aspects: ['REQUIRED'],
          verdict: 'IDENTICAL',
          breaksSeries: false,
          proposal: { verdict: 'IDENTICAL' },
          affected,
        },
        {
          code: 'staff',
          aspects: ['RULES'],
          verdict: 'IDENTICAL',
          breaksSeries: false,
          proposal: { verdict: 'IDENTICAL' },
          affected,
        },
        {
          code: 'budget',
          aspects: ['TRANSLATION'],
          verdict: 'EDITORIAL',
          breaksSeries: false,
          proposal: { verdict: 'EDITORIAL' },
          affected,
        },
      ],
      unchanged: 2,
    });
  });

  it('prints it on the terminal', async () => {
    let out = '';
    const terminal: Terminal = {
      env: { REFLEXBOGEN_URL: `${api.url}/graphql`, REFLEXBOGEN_TOKEN: designer },
      out: (line) => (out += line),
      err: () => undefined,
      progress: null,
      width: 120,
    };
    expect(await diffCommand('designing-story', '2017', '2018', { format: 'text', locale: 'de' }, terminal)).toBe(0);
    expect(out).toContain('Fragensatz 2017 (Revision 1) → 2018 (Revision 1)');
    expect(out).toContain(
      '  housing: Wortlaut [EDITORIAL]\n      text (de): Wohnraum für [-Zugewanderte-]{+Zugewanderten+}',
    );
    expect(out).toContain(
      'Zeitreihen, die brechen\n  health: designing-story (Runden 2016, 2017); Vorschlag: COMPARABLE\n',
    );
  });

  it('tries the draft in a throw-away sheet', async () => {
    const preview = async (answers: object[]) =>
      (
        await ask<{
          previewSheet: {
            sections: { questions: { question: { code: string }; visible: boolean }[] }[];
            errors: Errors;
          };
        }>(
          `query ($input: PreviewSheetInput!) { previewSheet(input: $input) {
             sections { questions { question { code } visible } } errors { code path } } }`,
          { input: { questionSet: draft.id, answers } },
        )
      ).previewSheet;
    const empty = await preview([]);
    expect(empty.errors).toEqual([{ code: 'REQUIRED', path: ['input', 'answers', 'coordinator'] }]);
    expect(empty.sections.flatMap(({ questions }) => questions).filter(({ visible }) => !visible)).toEqual([
      { question: { code: 'staff' }, visible: false },
    ]);
    const implausible = [
      { question: 'coordinator', value: { boolean: true } },
      { question: 'staff', value: { number: 20 }, previous: { number: 3 } },
    ];
    expect((await preview(implausible)).errors.map(({ code }) => code)).toEqual(['COMMENT_REQUIRED']);
    expect((await preview([implausible[0]!, { ...implausible[1], comment: 'Neues Amt' }])).errors).toEqual([]);
    const [{ count }] = await api.dataSource.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM answer`);
    expect(count).toBe(0);
  });

  it('publishes once, whoever asks, and leaves the figures of 2016 to 2017 as they were, byte for byte', async () => {
    const outcomes = await Promise.all([publish(), publish()]);
    expect(outcomes.map(({ errors }) => errors.length).sort()).toEqual([0, 1]);
    expect(await figures('2016', '2017')).toBe(before);
  });

  it('plans the round after that of 2017 and opens it', async () => {
    const { planRound } = await ask<{ planRound: object }>(
      `mutation ($input: PlanRoundInput!) { planRound(input: $input) {
         round { code year status opensAt closesAt } carriedOver { kind description } errors { code } } }`,
      { input: { study: 'designing-story', basedOn: '2017', code: '2018', questionSet: draft.id } },
    );
    expect(planRound).toEqual({
      round: {
        code: '2018',
        year: 2018,
        status: 'PLANNED',
        opensAt: '2018-04-30T22:00:00.000Z',
        closesAt: '2018-07-31T21:59:59.999Z',
      },
      carriedOver: [
        { kind: 'WINDOW', description: '2017-05-01 to 2017-07-31 became 2018-05-01 to 2018-07-31.' },
        { kind: 'PANEL', description: '3 municipalities are members in 2018; 3 were in 2017.' },
        { kind: 'DISCLOSURE', description: 'Smallest base 3, single answers GRANTED.' },
      ],
      errors: [],
    });
    const { openRound } = await ask<{ openRound: { round: { status: string }; errors: Errors } }>(
      `mutation ($input: OpenRoundInput!) { openRound(input: $input) { round { status } errors { code } } }`,
      { input: { study: 'designing-story', code: '2018', questionSet: draft.id, closesAt: '2999-01-01T00:00:00Z' } },
    );
    expect(openRound).toEqual({ round: { status: 'OPEN' }, errors: [] });
  });

  const respondent = (municipality: string) =>
    api.token(Role.RESPONDENT, { study: 'designing-story', municipality, name: municipality });
  const sheetOf = async (token: string) =>
    (
      await ask<{
        mySheet: {
          response: { id: string };
          sections: {
            questions: {
              question: { code: string; text: string };
              answer: { revision: number; value: { canonical: string } } | null;
            }[];
          }[];
        };
      }>(
        `{ mySheet(study: "designing-story", round: "2018") { response { id } sections { questions {
           question { code text(locale: "de") } answer { revision value { canonical } } } } } }`,
        {},
        token,
      )
    ).mySheet;
  const answer = async (token: string, answers: Record<string, object | string>) => {
    const sheet = await sheetOf(token);
    const stored = new Map(
      sheet.sections.flatMap(({ questions }) => questions).map((each) => [each.question.code, each.answer]),
    );
    const { saveAnswers } = await ask<{ saveAnswers: { errors: Errors; conflicts: object[] } }>(
      `mutation ($input: SaveAnswersInput!) { saveAnswers(input: $input) { conflicts { question } errors { code message path } } }`,
      {
        input: {
          response: sheet.response.id,
          idempotencyKey: randomUUID(),
          answers: Object.entries(answers).map(([question, value]) => ({
            question,
            basedOnRevision: stored.get(question)?.revision ?? 0,
            ...(typeof value === 'string' ? { comment: value, value: { number: 30 } } : { value }),
          })),
        },
      },
      token,
    );
    expect(saveAnswers).toEqual({ errors: [], conflicts: [] });
    return sheet.response.id;
  };
  const submit = async (token: string, response: string) =>
    (
      await ask<{ submitResponse: { errors: Errors } }>(
        `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { errors { code message path } } }`,
        { input: { response } },
        token,
      )
    ).submitResponse.errors;
  const level = (code: number) => ({ level: String(code) });

  it('takes sheets, asks for a comment where an answer is implausible', async () => {
    const [a, b] = [await respondent('a'), await respondent('b')];
    const response = await answer(a, {
      housing: level(3),
      work: level(1),
      school: level(3),
      health: level(2),
      coordinator: { boolean: true },
      staff: { number: 30 },
      budget: { number: 120 },
    });
    expect(await submit(a, response)).toMatchObject([{ code: 'COMMENT_REQUIRED', path: ['staff'] }]);
    await answer(a, { staff: 'Neues Amt' });
    expect(await submit(a, response)).toEqual([]);
    await answer(b, { housing: level(1), work: level(4) });
  });

  it('corrects a typo in the field: work in progress follows with every answer, what was handed in stays', async () => {
    const { draftQuestionSet } = await ask<{ draftQuestionSet: { questionSet: { id: string }; errors: Errors } }>(
      `mutation ($input: DraftQuestionSetInput!) { draftQuestionSet(input: $input) { questionSet { id version } errors { code } } }`,
      { input: { template: 'designing-story', year: 2018, basedOn: { year: 2018, revision: 1 } } },
    );
    const live = { ...draft };
    draft = { id: draftQuestionSet.questionSet.id, version: 1 };
    const document = mended();
    const stated = { year: 2018, revision: 1, verdict: 'IDENTICAL' };
    for (const question of document.sections.flatMap(({ questions }) => questions)) question['since'] = stated;
    document.sections[0]!.questions[0]!.text = text('Wohnraum für Zugewanderte', 'Housing of immigrants');
    const correct = async () =>
      (
        await ask<{ correctRound: { movedSheets: number; errors: Errors } }>(
          `mutation ($input: CorrectRoundInput!) { correctRound(input: $input) { movedSheets errors { code path } } }`,
          { input: { study: 'designing-story', round: '2018', questionSet: draft.id } },
        )
      ).correctRound;
    document.sections[0]!.questions[0]!['since'] = { ...stated, verdict: 'COMPARABLE' };
    const saved = await save(document, 1);
    expect(saved.errors).toEqual([]);
    expect((await correct()).errors.map(({ code }) => code)).toEqual(['NOT_PUBLISHED']);
    document.sections[0]!.questions[0]!['since'] = { ...stated, verdict: 'EDITORIAL' };
    expect((await save(document, 2)).errors).toEqual([]);
    expect((await publish()).errors).toEqual([]);
    expect(await correct()).toEqual({ movedSheets: 1, errors: [] });

    const b = await respondent('b');
    const moved = (await sheetOf(b)).sections.flatMap(({ questions }) => questions);
    expect(moved.find(({ question }) => question.code === 'housing')).toMatchObject({
      question: { text: 'Wohnraum für Zugewanderte' },
      answer: { value: { canonical: '1' } },
    });
    const response = await answer(b, { school: level(1), coordinator: { boolean: false }, health: level(1) });
    expect(await submit(b, response)).toEqual([]);
    const sets = await api.dataSource.query<{ code: string; set: string }[]>(
      `SELECT m.code, s.question_set_id AS set FROM submission s JOIN municipality m ON m.id = s.municipality_id
       JOIN round r ON r.id = s.round_id WHERE r.code = '2018' ORDER BY m.code`,
    );
    expect(sets).toEqual([
      { code: 'a', set: live.id },
      { code: 'b', set: draft.id },
    ]);
  });

  it('compares 2017 with 2018 by the verdict of each question', async () => {
    const { comparison } = JSON.parse(await figures('2017', '2018')) as {
      comparison: {
        panelSize: number;
        deltas: {
          question: { code: string };
          comparability: string | null;
          notes: string[];
          tally: {
            increased: number | null;
            decreased: number | null;
            unchanged: number;
            comparable: number;
            exclusions: object[];
          };
        }[];
      };
    };
    const told = Object.fromEntries(
      comparison.deltas.map(({ question, comparability, notes, tally }) => [
        question.code,
        [comparability, notes, tally.increased, tally.decreased, tally.unchanged, tally.exclusions],
      ]),
    );
    const absent = { reason: 'NO_RESPONSE_TO', count: 1 };
    expect(told).toMatchObject({
      housing: ['EDITORIAL', [], 1, 1, 0, [absent]],
      work: ['COMPARABLE', ['Umformuliert'], 1, 1, 0, [absent]],
      // a had 4, which is 3 on the new scale; b went from 2 to 1.
      school: ['RECODED', [], 0, 1, 1, [absent]],
      health: ['BREAK', ['Nur noch psychische Gesundheit'], 0, 0, 0, [absent, { reason: 'NOT_COMPARABLE', count: 2 }]],
      coordinator: ['IDENTICAL', [], 0, 0, 2, [absent]],
      staff: ['IDENTICAL', [], 1, 0, 0, [absent, { reason: 'SKIPPED', count: 1 }]],
    });
    expect(await figures('2016', '2017')).toBe(before);
  });

  it('lets municipalities join, merge and split without moving an earlier figure', async () => {
    const change = async (changes: object[]) =>
      (
        await ask<{ changePanel: { municipalities: { code: string }[]; errors: Errors } }>(
          `mutation ($input: ChangePanelInput!) { changePanel(input: $input) { municipalities { code } errors { code message path } } }`,
          { input: { study: 'designing-story', changes } },
        )
      ).changePanel;
    const refused = await change([
      { join: { municipality: { code: 'd', name: 'Dornheim' }, year: 2019 } },
      { leave: { municipality: 'nobody', year: 2019 } },
      { merge: { parts: ['a', 'b'], into: { code: 'c', name: 'Neu' }, year: 2019 } },
    ]);
    expect(refused.errors.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['INVALID_CHANGE', 'input.changes.1'],
      ['INVALID_CHANGE', 'input.changes.2'],
    ]);
    expect(await figures('2016', '2017')).toBe(before);
    const changed = await change([
      { join: { municipality: { code: 'd', name: 'Dornheim' }, year: 2019 } },
      { merge: { parts: ['a', 'b'], into: { code: 'ab', name: 'Altberg' }, year: 2019, carriesOn: 'a' } },
    ]);
    expect(changed).toMatchObject({
      municipalities: [{ code: 'a' }, { code: 'b' }, { code: 'd' }, { code: 'ab' }],
      errors: [],
    });
    expect(await figures('2016', '2017')).toBe(before);
  });
});
