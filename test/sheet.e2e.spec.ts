import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Role, startTestApi, type TestApi } from './harness/api.js';

const operation = (file: string, name: string): string => {
  const text = readFileSync(new URL(`../libs/client/operations/${file}.graphql`, import.meta.url), 'utf8');
  const start = text.search(new RegExp(`^(query|mutation) ${name}\\b`, 'm'));
  const rest = text.slice(start + 1);
  const next = rest.search(/^(query|mutation) /m);
  return text.slice(start, next < 0 ? undefined : start + 1 + next);
};

const DRAFT = operation('publish-round', 'DraftQuestionSet');
const SAVE = operation('publish-round', 'SaveQuestionSet');
const PUBLISH = operation('publish-round', 'PublishQuestionSet');
const OPEN = operation('publish-round', 'OpenRound');
const SHEET = operation('respond', 'MySheet');
const SAVE_ANSWERS = operation('respond', 'SaveAnswers');
const SUBMIT = operation('respond', 'SubmitResponse');
const COMPARE = operation('compare', 'Compare');

type Outcome<Payload> = Record<string, Payload & { errors: { code: string; message: string; path: string[] }[] }>;
interface Sheet {
  mySheet: {
    response: { id: string; status: string; version: number };
    sections: {
      questions: {
        question: { code: string };
        visible: boolean;
        answer: { value: { canonical: string } | null; revision: number } | null;
        previous: { value: { canonical: string } } | null;
      }[];
    }[];
    progress: { answered: number; required: number; total: number };
  } | null;
}
interface Saved {
  saveAnswers: {
    response: { id: string; version: number } | null;
    saved: { question: string; revision: number }[];
    conflicts: {
      question: string;
      yours: { canonical: string } | null;
      theirs: { canonical: string } | null;
      revision: number;
      savedBy: { name: string } | null;
    }[];
    errors: { code: string; path: string[] }[];
  };
}

const text = (de: string, en: string) => [
  { locale: 'de', text: de },
  { locale: 'en', text: en },
];
const scale = {
  code: 'challenge',
  ordered: true,
  polarity: 'HIGHER_IS_WORSE',
  levels: ['1', '2', '3'].map((code) => ({ code, label: text(code, code) })),
  missing: [{ code: 'dk', kind: 'DONT_KNOW', label: text('weiß nicht', "don't know") }],
};
const document = (since: object | null) => ({
  scales: [scale],
  sections: [
    {
      code: 'housing',
      title: text('Wohnen', 'Housing'),
      questions: [
        {
          code: 'challenge.housing',
          type: 'SCALE',
          scale: 'challenge',
          required: true,
          text: text('Wohnraum', 'Housing'),
          ...(since ? { since } : {}),
        },
        { code: 'plan', type: 'BOOLEAN', text: text('Plan', 'Plan'), ...(since ? { since } : {}) },
        {
          code: 'posts',
          type: 'NUMBER',
          text: text('Stellen', 'Posts'),
          visibleIf: "answer('plan') == true",
          ...(since ? { since } : {}),
        },
      ],
    },
  ],
});

describe('from a draft to "increased in 2 of 3"', () => {
  let api: TestApi;
  let designer: string;
  const respondents: Record<string, string> = {};

  beforeAll(async () => {
    api = await startTestApi();
    const outcome = await api.importPath(fileURLToPath(new URL('./fixtures/empty-study', import.meta.url)));
    expect(outcome).toMatchObject({ status: 'SUCCEEDED', municipalities: 3, submissions: 0 });
    designer = await api.token(Role.DESIGNER, { study: 'pilot' });
    for (const municipality of ['a', 'b', 'c'])
      respondents[municipality] = await api.token(Role.RESPONDENT, {
        study: 'pilot',
        municipality,
        name: `Office of ${municipality}`,
      });
  });
  afterAll(() => api.stop());

  const publishRound = async (year: number, basedOn: object | null): Promise<void> => {
    const drafted = await api.query<Outcome<{ questionSet: { id: string; version: number } }>>(
      DRAFT,
      { input: { template: 'pilot-sheet', year, basedOn } },
      designer,
    );
    expect(drafted.data['draftQuestionSet']!.errors).toEqual([]);
    const { id } = drafted.data['draftQuestionSet']!.questionSet;
    const saved = await api.query<Outcome<{ questionSet: { version: number } }>>(
      SAVE,
      { input: { id, version: 1, document: document(basedOn ? { year: 2017, verdict: 'IDENTICAL' } : null) } },
      designer,
    );
    expect(saved.data['saveQuestionSet']).toMatchObject({ questionSet: { version: 2 }, errors: [] });
    const contradicting = document(null);
    contradicting.sections[0]!.title = text('Anders', 'Otherwise');
    const stale = await api.query<Outcome<object>>(
      SAVE,
      { input: { id, version: 1, document: contradicting } },
      designer,
    );
    expect(stale.data['saveQuestionSet']!.errors.map(({ code }) => code)).toEqual(['STALE_VERSION']);
    const published = await api.query<Outcome<{ questionSet: { status: string } }>>(
      PUBLISH,
      { input: { id } },
      designer,
    );
    expect(published.data['publishQuestionSet']).toMatchObject({ questionSet: { status: 'PUBLISHED' }, errors: [] });
    const again = await api.query<Outcome<object>>(PUBLISH, { input: { id } }, designer);
    expect(again.data['publishQuestionSet']!.errors.map(({ code }) => code)).toEqual(['NOT_A_DRAFT']);
    const input = {
      study: 'pilot',
      code: String(year),
      questionSet: id,
      opensAt: `${year}-05-01T00:00:00Z`,
      closesAt: '2099-01-01T00:00:00Z',
    };
    const opened = await api.query<Outcome<{ round: { status: string } }>>(OPEN, { input }, designer);
    expect(opened.data['openRound']).toMatchObject({ round: { status: 'OPEN' }, errors: [] });
    const twice = await api.query<Outcome<object>>(OPEN, { input }, designer);
    expect(twice.data['openRound']!.errors.map(({ code }) => code)).toEqual(['CODE_TAKEN']);
  };

  const sheetOf = async (municipality: string, round: string) =>
    (await api.query<Sheet>(SHEET, { study: 'pilot', round }, respondents[municipality])).data.mySheet!;
  const save = async (
    municipality: string,
    response: string,
    answers: object[],
    idempotencyKey: string = randomUUID(),
  ) =>
    (await api.query<Saved>(SAVE_ANSWERS, { input: { response, idempotencyKey, answers } }, respondents[municipality]))
      .data.saveAnswers;

  const handIn = async (municipality: string, round: string, level: string): Promise<string> => {
    const { response } = await sheetOf(municipality, round);
    expect(
      (await save(municipality, response.id, [{ question: 'challenge.housing', value: { level } }])).errors,
    ).toEqual([]);
    const { data } = await api.query<Outcome<{ response: { status: string; receipt: string } }>>(
      SUBMIT,
      { input: { response: response.id } },
      respondents[municipality],
    );
    expect(data['submitResponse']).toMatchObject({ response: { status: 'SUBMITTED' }, errors: [] });
    return data['submitResponse']!.response.receipt;
  };

  it('publishes 2017, three municipalities hand in, figures follow', async () => {
    await publishRound(2017, null);

    const receipts = [await handIn('a', '2017', '1'), await handIn('b', '2017', '2'), await handIn('c', '2017', '3')];

    expect(new Set(receipts).size).toBe(3);
    expect(receipts.every((receipt) => /^[0-9a-f]{64}$/.test(receipt))).toBe(true);
  });

  it('publishes 2018 from 2017 and shows last year beside each question', async () => {
    await publishRound(2018, { year: 2017, revision: 1 });

    const sheet = await sheetOf('a', '2018');

    expect(sheet.response.status).toBe('NOT_STARTED');
    const [housing, , posts] = sheet.sections[0]!.questions;
    expect(housing!.previous!.value.canonical).toBe('1');
    expect(posts!.visible).toBe(false);
    expect(sheet.progress).toEqual({ answered: 0, required: 1, total: 2 });
  });

  it('lets the later of two editors see both values, and disjoint edits pass', async () => {
    const { response } = await sheetOf('a', '2018');
    const first = await save('a', response.id, [{ question: 'challenge.housing', value: { level: '2' } }]);
    const later = await save('a', response.id, [
      { question: 'challenge.housing', value: { level: '3' } },
      { question: 'plan', value: { boolean: true } },
    ]);

    expect(first).toMatchObject({ saved: [{ question: 'challenge.housing', revision: 1 }], conflicts: [], errors: [] });
    expect(later.saved).toEqual([{ question: 'plan', revision: 1 }]);
    expect(later.conflicts).toMatchObject([
      {
        question: 'challenge.housing',
        yours: { canonical: '3' },
        theirs: { canonical: '2' },
        revision: 1,
        savedBy: { name: 'Office of a' },
      },
    ]);
  });

  it('gives the same result for a repeated key, and refuses the key for other answers', async () => {
    const { response } = await sheetOf('a', '2018');
    const key = randomUUID();
    const answers = [{ question: 'posts', value: { number: 2.5 } }];

    const once = await save('a', response.id, answers, key);
    const twice = await save('a', response.id, answers, key);
    const other = await save('a', response.id, [{ question: 'posts', value: { number: 3 } }], key);

    expect(once.saved).toEqual([{ question: 'posts', revision: 1 }]);
    expect(twice.saved).toEqual(once.saved);
    expect(other.errors.map(({ code }) => code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  it.each([
    [
      'an unknown level',
      [{ question: 'challenge.housing', value: { level: '9' } }],
      'INVALID_VALUE',
      ['input', 'answers', '0', 'value'],
    ],
    [
      'another kind of answer',
      [{ question: 'plan', value: { number: 1 } }],
      'INVALID_VALUE',
      ['input', 'answers', '0', 'value'],
    ],
    [
      'an unknown question',
      [{ question: 'nope', value: { level: '1' } }],
      'UNKNOWN_QUESTION',
      ['input', 'answers', '0', 'question'],
    ],
    [
      'a question twice',
      [
        { question: 'plan', value: { boolean: true } },
        { question: 'plan', value: { boolean: false } },
      ],
      'DUPLICATE_QUESTION',
      ['input', 'answers', '1', 'question'],
    ],
  ])('refuses %s and saves nothing', async (_name, answers, code, path) => {
    const { response } = await sheetOf('b', '2018');

    const outcome = await save('b', response.id, answers);

    expect(outcome.errors).toMatchObject([{ code, path }]);
    expect(outcome.saved).toEqual([]);
    expect((await sheetOf('b', '2018')).progress.answered).toBe(0);
  });

  it('keeps every one of many answers that are saved at once', async () => {
    const { response } = await sheetOf('c', '2018');
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        save('c', response.id, [{ question: 'plan', value: { boolean: index % 2 === 0 } }]),
      ),
    );

    expect(outcomes.filter(({ saved }) => saved.length === 1)).toHaveLength(1);
    expect(outcomes.filter(({ conflicts }) => conflicts.length === 1)).toHaveLength(19);
  });

  it('does not take a sheet that lacks a required answer', async () => {
    const { response } = await sheetOf('b', '2018');
    const { data } = await api.query<Outcome<object>>(SUBMIT, { input: { response: response.id } }, respondents['b']);
    expect(data['submitResponse']!.errors).toMatchObject([{ code: 'REQUIRED', path: ['challenge.housing'] }]);
  });

  it('answers "increased in 2 of 3", and never counts a draft', async () => {
    const analyst = await api.token(Role.ANALYST, { study: 'pilot' });
    const ask = async () =>
      (
        await api.query<{
          comparison: { panelSize: number; deltas: { question: { code: string }; tally: object; sentence: string }[] };
        }>(COMPARE, { study: 'pilot', from: '2017', to: '2018' }, analyst)
      ).data.comparison;
    expect((await ask()).deltas.find(({ question }) => question.code === 'challenge.housing')!.tally).toMatchObject({
      increased: 0,
      comparable: 0,
      excluded: 3,
    });

    const { response } = await sheetOf('a', '2018');
    await api.query(SUBMIT, { input: { response: response.id } }, respondents['a']);
    await handIn('b', '2018', '3');
    await handIn('c', '2018', '3');
    // Another replica would hear of it the same way: by the notice of the submitting transaction.
    const deadline = Date.now() + 5000;
    let comparison = await ask();
    const housing = () => comparison.deltas.find(({ question }) => question.code === 'challenge.housing')!;
    while ((housing().tally as { comparable: number }).comparable < 3 && Date.now() < deadline)
      comparison = await ask();

    expect(comparison.panelSize).toBe(3);
    expect(housing().tally).toMatchObject({ increased: 2, decreased: 0, unchanged: 1, comparable: 3, excluded: 0 });
    expect(housing().sentence).toBe('Increased in 2 of 3 municipalities compared with 2017');
  });

  it('changes nothing on a submitted sheet', async () => {
    const { response } = await sheetOf('b', '2018');
    expect(
      (await save('b', response.id, [{ question: 'plan', value: { boolean: true } }])).errors.map(({ code }) => code),
    ).toEqual(['NOT_EDITABLE']);
    const { data } = await api.query<Outcome<object>>(SUBMIT, { input: { response: response.id } }, respondents['b']);
    expect(data['submitResponse']!.errors.map(({ code }) => code)).toEqual(['NOT_SUBMITTABLE']);
  });

  describe('access', () => {
    it('answers a foreign and an unknown id alike', async () => {
      const { response } = await sheetOf('b', '2018');
      const foreign = await api.query<Saved>(
        SAVE_ANSWERS,
        {
          input: {
            response: response.id,
            idempotencyKey: randomUUID(),
            answers: [{ question: 'plan', value: { boolean: true } }],
          },
        },
        respondents['a'],
      );
      const unknown = await api.query<Saved>(
        SAVE_ANSWERS,
        {
          input: {
            response: Buffer.alloc(32, 7).toString('base64url'),
            idempotencyKey: randomUUID(),
            answers: [{ question: 'plan', value: { boolean: true } }],
          },
        },
        respondents['a'],
      );
      expect(foreign.data).toEqual(unknown.data);
      expect(foreign.data.saveAnswers.errors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
    });

    it('shows no sheet of a study that the token does not cover', async () => {
      const other = await api.token(Role.RESPONDENT, { study: 'elsewhere', municipality: 'a' });
      expect((await api.query<Sheet>(SHEET, { study: 'pilot', round: '2018' }, other)).data.mySheet).toBeNull();
    });

    it.each([
      ['no token', null, 'UNAUTHENTICATED'],
      ['a respondent', Role.RESPONDENT, 'FORBIDDEN'],
    ])('refuses figures to %s', async (_name, role, code) => {
      const token = role === null ? undefined : await api.token(role, { study: 'pilot', municipality: 'a' });
      const { errors } = await api.query<null>(COMPARE, { study: 'pilot', from: '2017', to: '2018' }, token);
      expect(errors!.map(({ extensions }) => extensions.code)).toEqual([code]);
    });

    it('treats a forged, an expired and an unsigned token like none', async () => {
      const good = await api.token(Role.ADMIN);
      const [head, body, signature] = good.split('.') as [string, string, string];
      const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
      const forged = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
      for (const token of [`${head}.${body}.${forged}`, `${none}.${body}.`, `${none}.${body}.${signature}`]) {
        const { data } = await api.query<{ viewer: object | null }>('{ viewer { name } }', {}, token);
        expect(data.viewer).toBeNull();
      }
      expect((await api.query<{ viewer: object | null }>('{ viewer { name } }', {}, good)).data.viewer).toEqual({
        name: 'admin',
      });
    });

    it('leaks neither suggestions nor internals', async () => {
      const near = await api.query<null>('{ studie { slug } }', {}, designer);
      expect(near.errors![0]!.message).not.toMatch(/did you mean/i);
      const unknown = await api.query<object>(
        'query ($id: ID!) { questionSet(id: $id) { id } }',
        { id: 'not-an-id' },
        designer,
      );
      expect(unknown).toMatchObject({ status: 200, data: { questionSet: null } });
    });
  });
});
