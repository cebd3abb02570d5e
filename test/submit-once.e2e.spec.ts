import { randomUUID } from 'node:crypto';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { ERRORS, openStudy, type OpenStudy } from './harness/open-round.js';
import { StatementCounter } from './query-count/statements.js';

interface HandedIn {
  readonly response: {
    readonly status: string;
    readonly version: number;
    readonly submissionNumber: number | null;
    readonly submittedAt: string | null;
    readonly receipt: string | null;
  } | null;
  readonly errors: readonly { readonly code: string; readonly path: readonly string[] }[];
}
const HANDED_IN = `response { status version submissionNumber submittedAt receipt } ${ERRORS}`;
const SUBMIT = `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { ${HANDED_IN} } }`;
/** Everything that handing in leaves behind, and would leave behind twice. */
const LEFT_BEHIND = `SELECT (SELECT count(*)::integer FROM submission) AS submissions, (SELECT count(*)::integer FROM mail) AS mails,
  (SELECT count(*)::integer FROM sheet_event) AS events, (SELECT sum(version)::integer FROM response) AS versions,
  (SELECT count(*)::integer FROM idempotency_key) AS keys`;
const NOW = new Date('2030-06-01T10:00:00Z');
const LATER = new Date('2030-06-02T10:00:00Z');
const AFTER_THE_END = new Date('2030-12-01T10:00:00Z');

describe('handing in under a key', () => {
  let api: TestApi;
  let replica: Awaited<ReturnType<TestApi['startReplica']>>;
  let study: OpenStudy;
  let respondent: string;
  let reviewer: string;
  let response: string;
  let now = NOW;
  let year = 2030;

  beforeAll(async () => {
    api = await startTestApi({ clock: { now: () => now } });
    replica = await api.startReplica();
    study = await openStudy(api);
    reviewer = await api.token(Role.REVIEWER, { study: 'pilot' });
    respondent = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a', name: 'Anna' });
  }, 60_000);
  afterAll(async () => {
    await replica.stop();
    await api.stop();
  });
  // A sheet of its own for each.
  beforeEach(async () => {
    now = NOW;
    year += 1;
    await study.openRound(year, { opensAt: '2030-05-01T00:00:00Z', closesAt: '2030-11-01T00:00:00Z' });
    response = await study.responseId(year, respondent);
    await study.save(response, [{ question: 'housing', value: { level: '2' } }], respondent);
  });

  const handIn = (key: string | null, more: object = {}, token = respondent): Promise<HandedIn> =>
    study.act(
      'submitResponse',
      HANDED_IN,
      { response, ...(key === null ? {} : { idempotencyKey: key }), ...more },
      token,
    );
  const giveBack = async (): Promise<void> => {
    const { errors } = await study.act<HandedIn>('returnResponse', ERRORS, { response, reason: 'Nachfrage' }, reviewer);
    expect(errors).toEqual([]);
  };
  const codes = ({ errors }: { readonly errors: readonly { readonly code: string }[] }) =>
    errors.map(({ code }) => code);
  const leftBehind = async (): Promise<object | undefined> => (await api.dataSource.query<object[]>(LEFT_BEHIND))[0];
  /** Runs something that must leave everything as it was. */
  const withoutEffect = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    const before = await leftBehind();
    const result = await act();
    expect(await leftBehind()).toEqual(before);
    return result;
  };
  /** What the submission itself is in an answer; status and version are those of the moment. */
  const submissionIn = ({ response: found }: HandedIn) => {
    const { submissionNumber, submittedAt, receipt } = found ?? {};
    return { submissionNumber, submittedAt, receipt };
  };

  it('gives the same again, at any replica, and does nothing', async () => {
    const key = randomUUID();
    const first = await handIn(key);
    now = LATER;

    expect(first).toMatchObject({
      response: { status: 'SUBMITTED', submissionNumber: 1, submittedAt: NOW.toISOString() },
      errors: [],
    });
    await withoutEffect(async () => {
      expect(await handIn(key)).toEqual(first);
      const answer = await fetch(`${replica.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${respondent}` },
        body: JSON.stringify({ query: SUBMIT, variables: { input: { response, idempotencyKey: key } } }),
      });
      expect(await answer.json()).toEqual({ data: { submitResponse: first } });
    });
  });

  it('of two at once hands in one, and tells both of it', async () => {
    const key = randomUUID();
    const [one, other] = await Promise.all([handIn(key), handIn(key)]);

    expect(one).toMatchObject({ response: { submissionNumber: 1 }, errors: [] });
    expect(other).toEqual(one);
  });

  it('gives it after the sheet was given back, which stays given back', async () => {
    const key = randomUUID();
    const first = await handIn(key);
    await giveBack();

    const again = await withoutEffect(() => handIn(key));

    expect(again).toMatchObject({ response: { status: 'RETURNED' }, errors: [] });
    expect(submissionIn(again)).toEqual(submissionIn(first));
  });

  it('gives that submission, and not the one that came after it', async () => {
    const key = randomUUID();
    const first = await handIn(key);
    await giveBack();
    now = LATER;
    await study.save(response, [{ question: 'housing', value: { level: '3' }, basedOnRevision: 1 }], respondent);
    const second = await handIn(randomUUID());

    const again = await withoutEffect(() => handIn(key));

    expect(second).toMatchObject({ response: { submissionNumber: 2 }, errors: [] });
    expect(again).toMatchObject({ response: { status: 'SUBMITTED', version: second.response?.version }, errors: [] });
    expect(submissionIn(again)).toEqual(submissionIn(first));
  });

  it('gives it when the window is over', async () => {
    const key = randomUUID();
    const first = await handIn(key);
    now = AFTER_THE_END;
    expect(await withoutEffect(() => handIn(key))).toEqual(first);
  });

  it('takes null for left out: the same act', async () => {
    const key = randomUUID();
    const first = await handIn(key);
    expect(await handIn(key, { version: null, reason: null })).toEqual(first);
  });

  it.each([
    ['another reason', { reason: 'Zahl berichtigt' }],
    ['another version', { version: 7 }],
  ])('refuses the key with %s', async (_, more) => {
    const key = randomUUID();
    await handIn(key);
    const refused = await withoutEffect(() => handIn(key, more));
    expect(refused.errors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }]);
  });

  it('refuses the key for the sheet of another round', async () => {
    const key = randomUUID();
    await handIn(key);
    const earlier = await study.responseId(year - 1, respondent);
    const refused = await withoutEffect(() => handIn(key, { response: earlier }));
    expect(codes(refused)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  it('refuses a key of saved answers, and saves nothing under its own', async () => {
    const [saved, submitted] = [randomUUID(), randomUUID()];
    const save = (idempotencyKey: string): Promise<HandedIn> =>
      study.act(
        'saveAnswers',
        `response { status } ${ERRORS}`,
        { response, idempotencyKey, answers: [{ question: 'plan', value: { boolean: true } }] },
        respondent,
      );
    expect(codes(await save(saved))).toEqual([]);
    expect(codes(await withoutEffect(() => handIn(saved)))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    await handIn(submitted);
    expect(codes(await withoutEffect(() => save(submitted)))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  it('keeps a key for whoever made it', async () => {
    const key = randomUUID();
    const colleague = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a', name: 'Bernd' });
    await handIn(key);
    expect(codes(await withoutEffect(() => handIn(key, {}, colleague)))).toEqual(['NOT_SUBMITTABLE']);
  });

  it('remembers nothing of what was refused', async () => {
    const key = randomUUID();
    await study.save(response, [{ question: 'housing', value: null, basedOnRevision: 1 }], respondent);
    expect(codes(await withoutEffect(() => handIn(key)))).toEqual(['REQUIRED']);
    await study.save(response, [{ question: 'housing', value: { level: '1' }, basedOnRevision: 2 }], respondent);
    expect(await handIn(key)).toMatchObject({ response: { status: 'SUBMITTED', submissionNumber: 1 }, errors: [] });
  });

  it('is as it was without a key', async () => {
    expect(codes(await handIn(null))).toEqual([]);
    expect(codes(await withoutEffect(() => handIn(null)))).toEqual(['NOT_SUBMITTABLE']);
  });

  it('costs no statement more than without', async () => {
    const counter = new StatementCounter(api.pool);
    /** The fewest of several: who somebody is is looked up anew now and then. */
    const fewest = { without: Infinity, under: Infinity };
    for (let turn = 0; turn < 4; turn += 1)
      for (const [way, key] of [
        ['without', null],
        ['under', randomUUID()],
      ] as const) {
        const { result, statements } = await counter.during(() => handIn(key));
        expect(codes(result)).toEqual([]);
        fewest[way] = Math.min(fewest[way], statements);
        await giveBack();
      }

    expect(fewest.under).toBe(fewest.without);
    expect(fewest.without).toBeGreaterThan(0);
  });
});
