import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Role, type TestApi } from './api.js';

const text = (de: string, en: string) => [
  { locale: 'de', text: de },
  { locale: 'en', text: en },
];

const asked = (code: string, since: object | null, prior: Readonly<Record<string, string>>): object => ({
  ...(since ? { since } : {}),
  ...(prior[code] ? { prior: prior[code] } : {}),
});

/** Two sections, three questions: `housing` (required) and `plan` in section `city`, `remark` in section `social`. */
const sheetDocument = (since: object | null, prior: Readonly<Record<string, string>>, grids: readonly object[]) => ({
  scales: [
    {
      code: 'challenge',
      ordered: true,
      polarity: 'HIGHER_IS_WORSE',
      levels: ['1', '2', '3'].map((code) => ({ code, label: text(code, code) })),
      missing: [{ code: 'dk', kind: 'DONT_KNOW', label: text('weiß nicht', "don't know") }],
    },
  ],
  sections: [
    {
      code: 'city',
      title: text('Stadtplanung', 'Urban planning'),
      questions: [
        {
          code: 'housing',
          type: 'SCALE',
          scale: 'challenge',
          required: true,
          text: text('Wohnraum', 'Housing'),
          ...asked('housing', since, prior),
        },
        { code: 'plan', type: 'BOOLEAN', text: text('Plan', 'Plan'), ...asked('plan', since, prior) },
      ],
    },
    {
      code: 'social',
      title: text('Soziales', 'Social affairs'),
      questions: [
        { code: 'remark', type: 'TEXT', text: text('Anmerkung', 'Remark'), ...asked('remark', since, prior) },
      ],
    },
    ...(grids.length === 0
      ? []
      : [
          {
            code: 'grids',
            title: text('Fragematrizen', 'Grids'),
            questions: grids.map((grid) => ({ ...grid, ...(since ? { since } : {}) })),
          },
        ]),
  ],
});

type Payload = Record<string, unknown> & { readonly errors?: readonly { code: string; message: string }[] };

/** The study `pilot` with municipalities a, b and c, and what its people do, in as few words as the specs need. */
export interface OpenStudy {
  /**
   * Publishes the sheet of a year and opens a round of that code.
   * @param prior question code to its policy for last round's answer; default the default
   * @param grids questions of a section `grids`, where there are any; their scale is `challenge`
   */
  readonly openRound: (
    year: number,
    window: { opensAt: string; closesAt: string },
    prior?: Readonly<Record<string, string>>,
    grids?: readonly object[],
  ) => Promise<void>;
  /** Runs a mutation with one input and gives its payload. */
  readonly act: <Result = Payload>(name: string, fields: string, input: object, token: string) => Promise<Result>;
  readonly ask: <Data>(document: string, variables: object, token: string) => Promise<Data>;
  readonly responseId: (round: number, token: string) => Promise<string>;
  readonly save: (
    response: string,
    answers: readonly object[],
    token: string,
  ) => Promise<{
    saved: { question: string; revision: number }[];
    conflicts: object[];
    errors: { code: string; message: string }[];
  }>;
  readonly submit: (
    response: string,
    token: string,
    reason?: string,
  ) => Promise<{ response: { status: string; receipt: string } | null; errors: { code: string; message: string }[] }>;
}

export const ERRORS = 'errors { code message path }';

/** @param folder package of the study `pilot`; default one with the municipalities a, b and c */
export async function openStudy(
  api: TestApi,
  folder = fileURLToPath(new URL('../fixtures/empty-study', import.meta.url)),
): Promise<OpenStudy> {
  const outcome = await api.importPath(folder);
  if (outcome.status !== 'SUCCEEDED') throw new Error(`the study was not imported: ${JSON.stringify(outcome.faults)}`);
  const designer = await api.token(Role.DESIGNER, { study: 'pilot' });

  const ask: OpenStudy['ask'] = async <Data>(document: string, variables: object, token: string) => {
    const { data, errors } = await api.query<Data>(document, variables, token);
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
    return data;
  };
  const act: OpenStudy['act'] = async <Result>(name: string, fields: string, input: object, token: string) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const data = await ask<Record<string, Result>>(
      `mutation ($input: ${INPUTS[name] ?? type}!) { ${name}(input: $input) { ${fields} } }`,
      { input },
      token,
    );
    return data[name] as Result;
  };
  const done = async (name: string, fields: string, input: object): Promise<Payload> => {
    const payload = await act<Payload>(name, `${fields} ${ERRORS}`, input, designer);
    if (payload.errors?.length !== 0) throw new Error(`${name}: ${JSON.stringify(payload.errors)}`);
    return payload;
  };

  let latest: { year: number; revision: number } | null = null;
  return {
    act,
    ask,
    openRound: async (year, window, prior = {}, grids = []) => {
      const { questionSet } = (await done('draftQuestionSet', 'questionSet { id }', {
        template: 'pilot-sheet',
        year,
        basedOn: latest,
      })) as unknown as { questionSet: { id: string } };
      const since = latest === null ? null : { year: latest.year, verdict: 'IDENTICAL' };
      await done('saveQuestionSet', 'questionSet { id }', {
        id: questionSet.id,
        version: 1,
        document: sheetDocument(since, prior, grids),
      });
      await done('publishQuestionSet', 'questionSet { id }', { id: questionSet.id });
      await done('openRound', 'round { code }', {
        study: 'pilot',
        code: String(year),
        questionSet: questionSet.id,
        ...window,
      });
      latest = { year, revision: 1 };
    },
    responseId: async (round, token) => {
      const { mySheet } = await ask<{ mySheet: { response: { id: string } } }>(
        'query ($round: String!) { mySheet(study: "pilot", round: $round) { response { id } } }',
        { round: String(round) },
        token,
      );
      return mySheet.response.id;
    },
    save: (response, answers, token) =>
      act(
        'saveAnswers',
        `saved { question revision } conflicts { question revision } ${ERRORS}`,
        { response, idempotencyKey: randomUUID(), answers },
        token,
      ),
    submit: (response, token, reason) =>
      act(
        'submitResponse',
        `response { status receipt } ${ERRORS}`,
        { response, ...(reason ? { reason } : {}) },
        token,
      ),
  };
}

/** Mutations whose input has another name than they have. */
const INPUTS: Readonly<Record<string, string>> = {
  answerQuery: 'QueryMessageInput',
  askAgain: 'QueryMessageInput',
};
