import { jest } from '@jest/globals';
import { createDataSource } from '@reflexbogen/persistence';
import type { DataSource } from 'typeorm';
import { StudyAudit } from '../apps/api/src/audit/study-audit.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { ERRORS, openStudy, type OpenStudy } from './harness/open-round.js';
import { arrives } from './harness/sign-in.js';

interface Sheet {
  response: { id: string; status: string; version: number; cursor: string };
  window: { status: string; closesAt: string | null; isLate: boolean };
  sections: {
    code: string;
    work: {
      department: string | null;
      doneAt: string | null;
      doneByName: string | null;
      comment: string | null;
      revision: number;
    };
    questions: {
      question: { code: string };
      answer: {
        value: { canonical: string } | null;
        comment: string | null;
        revision: number;
        provenance: string;
      } | null;
      previous: { value: { canonical: string } } | null;
    }[];
  }[];
}
const SHEET_FIELDS = `response { id status version cursor } window { status closesAt isLate }
  sections { code work { department doneAt doneByName comment revision }
    questions { question { code } answer { value { canonical } comment revision provenance } previous { value { canonical } } } }`;
const REVIEW = `response { id status version } queries { number question submission status messages { text author { name } } } ${ERRORS}`;
interface Review {
  response: { status: string; version: number } | null;
  queries: {
    number: number;
    question: string;
    status: string;
    messages: { text: string; author: { name: string } }[];
  }[];
  errors: { code: string; message: string }[];
}

const CLOSES = Date.parse('2030-10-27T02:30:00+01:00');

describe('collecting', () => {
  let api: TestApi;
  let study: OpenStudy;
  let owner: DataSource;
  let now = new Date('2030-05-01T10:00:00Z');
  let planner: string;
  let social: string;
  let mayor: string;
  let reviewer: string;

  beforeAll(async () => {
    api = await startTestApi({ clock: { now: () => now } });
    study = await openStudy(api);
    owner = await createDataSource({ url: api.ownerUrl }).initialize();
    await study.openRound(2029, { opensAt: '2029-03-01T00:00:00Z', closesAt: '2031-01-01T00:00:00Z' });
    const of = (name: string, more: { department?: string; signatory?: boolean } = {}) =>
      api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a', name, signatory: false, ...more });
    planner = await of('Paula Plan', { department: 'planning' });
    social = await of('Sami Sozial', { department: 'social' });
    mayor = await of('Maria Meier', { signatory: true });
    reviewer = await api.token(Role.REVIEWER, { study: 'pilot', name: 'Rita Review' });
    const first = await study.responseId(2029, mayor);
    await study.save(
      first,
      [
        { question: 'housing', value: { level: '2' } },
        { question: 'remark', value: { text: 'alt' } },
      ],
      mayor,
    );
    await study.submit(first, mayor);
    await study.openRound(2030, { opensAt: '2030-05-01T10:00:00Z', closesAt: new Date(CLOSES).toISOString() });
  });
  afterAll(async () => {
    await owner.destroy();
    await api.stop();
  });

  const sheetOf = async (token: string, round = 2030): Promise<Sheet> =>
    (
      await study.ask<{ mySheet: Sheet }>(
        `query ($round: String!) { mySheet(study: "pilot", round: $round) { ${SHEET_FIELDS} } }`,
        { round: String(round) },
        token,
      )
    ).mySheet;
  const codes = ({ errors }: { readonly errors: readonly { code: string }[] }) => errors.map(({ code }) => code);

  describe('the window', () => {
    const saveAt = async (instant: number) => {
      now = new Date(instant);
      const sheet = await sheetOf(mayor);
      const plan = sheet.sections[0]?.questions[1]?.answer;
      return study.save(
        sheet.response.id,
        [{ question: 'plan', value: { boolean: true }, basedOnRevision: plan?.revision ?? 0 }],
        mayor,
      );
    };
    afterAll(() => {
      now = new Date('2030-05-02T10:00:00Z');
    });

    it.each([
      ['a millisecond before it opens', Date.parse('2030-05-01T09:59:59.999Z'), ['ROUND_NOT_OPEN']],
      ['as it opens', Date.parse('2030-05-01T10:00:00Z'), []],
      ['a millisecond before it closes, in the hour that comes twice', CLOSES - 1, []],
      ['as it closes', CLOSES, ['ROUND_NOT_OPEN']],
    ])('decides %s', async (_, instant, expected) => {
      expect(codes(await saveAt(instant))).toEqual(expected);
    });

    it('is named by the refusal', async () => {
      const { errors } = await saveAt(CLOSES);
      expect(errors[0]?.message).toBe(
        'Round 2030 is closed. Its window is 1 May 2030, 12:00:00 CEST to 27 Oct 2030, 02:30:00 CET; this came 27 Oct 2030, 02:30:00 CET.',
      );
    });

    it('goes by when a request came in, not by when it is worked on', async () => {
      now = new Date(CLOSES - 1);
      const sheet = await sheetOf(mayor);
      const client = api.dataSource.createQueryRunner();
      await client.startTransaction();
      await client.query(`SELECT 1 FROM response FOR UPDATE`);
      const revision = sheet.sections[0]?.questions[1]?.answer?.revision ?? 0;
      const saving = study.save(
        sheet.response.id,
        [{ question: 'plan', value: { boolean: false }, basedOnRevision: revision }],
        mayor,
      );
      // It has come in as soon as it waits for the lock.
      await arrives(
        () =>
          api.dataSource.query<{ waiting: number }[]>(
            `SELECT count(*)::integer AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          ),
        ([row]) => row?.waiting === 1,
      );
      now = new Date(CLOSES + 60_000);
      await client.commitTransaction();
      await client.release();
      expect(codes(await saving)).toEqual([]);
    });

    it('is extended for one municipality, with a reason on record, and taken back', async () => {
      const extend = (closesAt: string | null, token = reviewer) =>
        study.act<{
          window: { status: string; closesAt: string | null; isLate: boolean } | null;
          errors: { code: string }[];
        }>(
          'grantExtension',
          `window { status closesAt isLate } ${ERRORS}`,
          { study: 'pilot', round: '2030', municipality: 'a', closesAt, reason: 'Personal krank' },
          token,
        );
      now = new Date(CLOSES + 1000);
      expect(codes(await extend('2030-10-01T00:00:00Z'))).toEqual(['NOT_LATER']);
      await expect(extend(null, mayor)).rejects.toThrow(/needs one of the roles ADMIN, REVIEWER/);
      const granted = await extend('2030-11-30T00:00:00Z');
      expect(granted.window).toEqual({ status: 'OPEN', closesAt: '2030-11-30T00:00:00.000Z', isLate: true });
      expect(codes(await saveAt(Date.parse('2030-11-29T23:59:59.999Z')))).toEqual([]);
      expect(codes(await saveAt(Date.parse('2030-11-30T00:00:00Z')))).toEqual(['ROUND_NOT_OPEN']);
      expect((await extend(null)).window).toEqual({ status: 'OPEN', closesAt: null, isLate: true });
      expect(codes(await saveAt(Date.parse('2033-01-01T00:00:00Z')))).toEqual([]);
      const { response } = await sheetOf(mayor);
      await study.act('withdrawExtension', ERRORS, { response: response.id, reason: 'Irrtum' }, reviewer);
      expect(codes(await saveAt(CLOSES))).toEqual(['ROUND_NOT_OPEN']);
      const { sheetEvents } = await study.ask<{
        sheetEvents: {
          edges: {
            node: {
              act: string;
              old: string | null;
              new: string | null;
              reason: string | null;
              actor: { name: string };
            };
          }[];
        };
      }>(
        `query ($response: ID!) { sheetEvents(response: $response, first: 100) { edges { node { act old new reason actor { name } } } } }`,
        { response: response.id },
        reviewer,
      );
      expect(sheetEvents.edges.map(({ node }) => node).filter(({ act }) => act === 'EXTEND')).toEqual([
        {
          act: 'EXTEND',
          old: null,
          new: '2030-11-30T00:00:00.000Z',
          reason: 'Personal krank',
          actor: { name: 'Rita Review' },
        },
        {
          act: 'EXTEND',
          old: '2030-11-30T00:00:00.000Z',
          new: 'late',
          reason: 'Personal krank',
          actor: { name: 'Rita Review' },
        },
        { act: 'EXTEND', old: 'late', new: null, reason: 'Irrtum', actor: { name: 'Rita Review' } },
      ]);
    });
  });

  describe('several departments', () => {
    const update = (input: object, token: string) =>
      study.act<{ work: Sheet['sections'][0]['work'] | null; errors: { code: string; message: string }[] }>(
        'updateSection',
        `work { department doneAt doneByName comment revision } ${ERRORS}`,
        input,
        token,
      );
    let response: string;

    beforeAll(async () => {
      response = (await sheetOf(mayor)).response.id;
      for (const [code, name] of [
        ['planning', 'Stadtplanungsamt'],
        ['social', 'Sozialamt'],
      ])
        await study.act('saveDepartment', ERRORS, { study: 'pilot', municipality: 'a', code, name }, mayor);
    });

    it('sections are given to departments by the signatory, and worked on by these', async () => {
      expect(codes(await update({ response, section: 'social', department: 'social' }, planner))).toEqual([
        'NOT_SIGNATORY',
      ]);
      expect(codes(await update({ response, section: 'social', department: 'parks' }, mayor))).toEqual([
        'UNKNOWN_DEPARTMENT',
      ]);
      expect(codes(await update({ response, section: 'nowhere', department: null }, mayor))).toEqual([
        'UNKNOWN_SECTION',
      ]);
      expect((await update({ response, section: 'social', department: 'social' }, mayor)).work).toMatchObject({
        department: 'social',
        revision: 1,
      });
      const refused = await study.save(response, [{ question: 'remark', value: { text: 'x' } }], planner);
      expect(refused.errors).toMatchObject([
        { code: 'NOT_YOUR_SECTION', message: 'Section social is worked on by social.' },
      ]);
      expect(codes(await study.save(response, [{ question: 'remark', value: { text: 'neu' } }], social))).toEqual([]);
      expect(codes(await study.save(response, [{ question: 'housing', value: { level: '3' } }], planner))).toEqual([]);
    });

    it('departments are on record in the same transaction, with the name before and after', async () => {
      const name = (code: string, text: string, token = mayor) =>
        study.act<{ errors: { code: string }[] }>(
          'saveDepartment',
          ERRORS,
          { study: 'pilot', municipality: 'a', code, name: text },
          token,
        );
      const onRecord = () =>
        owner.query<object[]>(
          `SELECT act, role, object, old, new FROM study_event WHERE object = 'a/parks' ORDER BY number`,
        );
      expect(codes(await name('parks', 'Gartenamt'))).toEqual([]);
      // The same once more changes nothing; whoever may not changes nothing either.
      expect(codes(await name('parks', 'Gartenamt'))).toEqual([]);
      expect(codes(await name('parks', 'Meins', planner))).toEqual(['NOT_SIGNATORY']);
      expect(codes(await name('parks', 'Grünflächenamt', reviewer))).toEqual([]);
      const of = (fields: object) => ({ act: 'SAVE_DEPARTMENT', object: 'a/parks', ...fields });
      expect(await onRecord()).toEqual([
        of({ role: 'RESPONDENT', old: null, new: 'Gartenamt' }),
        of({ role: 'REVIEWER', old: 'Gartenamt', new: 'Grünflächenamt' }),
      ]);

      // Without its record there is no change: written outside the transaction, the name would stand here.
      const record = jest.spyOn(StudyAudit.prototype, 'record').mockRejectedValueOnce(new Error('no room'));
      await expect(name('parks', 'Ohne Protokoll')).rejects.toThrow();
      record.mockRestore();
      expect(await owner.query(`SELECT name FROM department WHERE code = 'parks'`)).toEqual([
        { name: 'Grünflächenamt' },
      ]);
      expect(await onRecord()).toHaveLength(2);
    });

    it('a section is marked as done and commented on, by whoever works on it', async () => {
      expect(codes(await update({ response, section: 'social', done: true }, planner))).toEqual(['NOT_YOUR_SECTION']);
      expect((await update({ response, section: 'social', done: true, comment: 'fertig' }, social)).work).toMatchObject(
        {
          department: 'social',
          doneByName: 'Sami Sozial',
          comment: 'fertig',
          revision: 2,
        },
      );
      expect(codes(await update({ response, section: 'social', done: false, basedOnRevision: 1 }, social))).toEqual([
        'STALE_REVISION',
      ]);
    });

    it('only the signatory hands in', async () => {
      expect(codes(await study.submit(response, planner))).toEqual(['NOT_SIGNATORY']);
    });
  });

  describe("last round's answer", () => {
    it('is confirmed and carried over only as it was', async () => {
      const b = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'b', name: 'B' });
      const before = await study.responseId(2029, b);
      await study.save(
        before,
        [
          { question: 'housing', value: { level: '1' } },
          { question: 'plan', value: { boolean: true } },
        ],
        b,
      );
      expect(codes(await study.submit(before, b))).toEqual([]);
      const response = await study.responseId(2030, b);
      const confirm = (question: string, value: object, provenance: string) =>
        study.save(response, [{ question, value, provenance }], b);
      expect((await confirm('housing', { level: '2' }, 'CONFIRMED')).errors).toMatchObject([
        { code: 'NOT_THE_PRIOR_ANSWER' },
      ]);
      expect((await confirm('remark', { text: 'x' }, 'CARRIED_OVER')).errors).toMatchObject([
        { code: 'NOT_THE_PRIOR_ANSWER' },
      ]);
      expect(codes(await confirm('housing', { level: '1' }, 'CARRIED_OVER'))).toEqual([]);
      expect(codes(await confirm('plan', { boolean: true }, 'CARRIED_OVER'))).toEqual([]);
      const [city] = (await sheetOf(b)).sections;
      expect(city?.questions.map(({ answer }) => answer?.provenance)).toEqual(['CARRIED_OVER', 'CARRIED_OVER']);
      expect(codes(await study.submit(response, b))).toEqual([]);
      const [row] = await api.dataSource.query<{ provenance: Buffer }[]>(
        'SELECT provenance FROM submission s JOIN municipality m ON m.id = s.municipality_id WHERE m.code = $1 ORDER BY sequence DESC LIMIT 1',
        ['b'],
      );
      expect([...(row?.provenance ?? [])]).toEqual([3]);
    });

    it('is shown as each question wants it: never, after an answer of its own, or to be confirmed', async () => {
      const c = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'c', name: 'C' });
      const before = await study.responseId(2029, c);
      await study.save(
        before,
        [
          { question: 'housing', value: { level: '2' } },
          { question: 'plan', value: { boolean: true } },
          { question: 'remark', value: { text: 'wie immer' } },
        ],
        c,
      );
      expect(codes(await study.submit(before, c))).toEqual([]);
      const window = { opensAt: '2030-05-01T10:00:00Z', closesAt: '2032-01-01T00:00:00Z' };
      await study.openRound(2031, window, { housing: 'SHOW_AFTER', plan: 'NONE', remark: 'CONFIRM' });
      const response = await study.responseId(2031, c);
      const previous = async () =>
        (await sheetOf(c, 2031)).sections.flatMap(({ questions }) =>
          questions.map((question) => question.previous?.value.canonical ?? null),
        );
      expect(await previous()).toEqual([null, null, 'wie immer']);
      const say = (question: string, value: object, provenance: string) =>
        study.save(response, [{ question, value, provenance }], c);
      // What is not shown cannot be guessed either: the refusal is the same for the right answer and a wrong one.
      for (const level of ['1', '2'])
        expect((await say('housing', { level }, 'CARRIED_OVER')).errors).toMatchObject([
          { code: 'NOT_THE_PRIOR_ANSWER', message: expect.stringContaining('policy SHOW_AFTER') as string },
        ]);
      expect(codes(await say('plan', { boolean: true }, 'CONFIRMED'))).toEqual(['NOT_THE_PRIOR_ANSWER']);
      expect(codes(await say('remark', { text: 'wie immer' }, 'CONFIRMED'))).toEqual([]);
      expect(codes(await say('housing', { level: '3' }, 'TYPED'))).toEqual([]);
      expect(await previous()).toEqual(['2', null, 'wie immer']);
    });
  });

  it('a save is decided on what another replica has done meanwhile, whatever is remembered here', async () => {
    const replica = await api.startReplica();
    try {
      const of = (name: string, more: object) =>
        api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'c', name, ...more });
      const signatory = await of('Cora Chef', { signatory: true });
      const officer = await of('Carlo Amt', { signatory: false, department: 'planning' });
      const response = await study.responseId(2031, signatory);
      let revision = 0;
      const save = async () => {
        const answer = { question: 'plan', value: { boolean: true }, basedOnRevision: revision };
        const { saved, errors } = await study.save(response, [answer], officer);
        revision = saved[0]?.revision ?? revision;
        return errors.map(({ code }) => code);
      };
      const elsewhere = async (name: string, type: string, input: object, token: string): Promise<void> => {
        const query = `mutation ($input: ${type}!) { ${name}(input: $input) { errors { message } } }`;
        const answer = await fetch(`${replica.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ query, variables: { input } }),
        });
        expect(await answer.json()).toEqual({ data: { [name]: { errors: [] } } });
      };
      const city = (department: string | null) =>
        elsewhere('updateSection', 'UpdateSectionInput', { response, section: 'city', department }, signatory);
      const place = { study: 'pilot', municipality: 'c' };
      await elsewhere('saveDepartment', 'SaveDepartmentInput', { ...place, code: 'social', name: 'S' }, signatory);
      const round = { study: 'pilot', round: '2031', reason: 'Test' };

      expect([await save(), await save()]).toEqual([[], []]);
      await city('social');
      expect(await save()).toEqual(['NOT_YOUR_SECTION']);
      await city(null);
      expect([await save(), await save()]).toEqual([[], []]);
      await elsewhere('submitResponse', 'SubmitResponseInput', { response }, signatory);
      expect(await save()).toEqual(['NOT_EDITABLE']);
      await elsewhere('returnResponse', 'ReturnResponseInput', { response, reason: 'Test' }, reviewer);
      expect([await save(), await save()]).toEqual([[], []]);
      await elsewhere('closeRound', 'CloseRoundInput', round, reviewer);
      expect(await save()).toEqual(['ROUND_NOT_OPEN']);
      await elsewhere('grantExtension', 'GrantExtensionInput', { ...round, ...place, closesAt: null }, reviewer);
      expect([await save(), await save()]).toEqual([[], []]);
    } finally {
      await replica.stop();
    }
  });

  describe('handing in, giving back, accepting', () => {
    let response: string;
    let receipt: string;
    const review = (name: string, input: object, token = reviewer) => study.act<Review>(name, REVIEW, input, token);

    beforeAll(async () => {
      response = (await sheetOf(mayor)).response.id;
    });

    it('a submission gives a receipt that anybody at the sheet can verify', async () => {
      const submitted = await study.submit(response, mayor);
      expect(submitted).toMatchObject({ response: { status: 'SUBMITTED' }, errors: [] });
      receipt = submitted.response?.receipt ?? '';
      const verify = (text: string, token = planner) =>
        study.ask<{
          verifyReceipt: { valid: boolean; submission: { number: number; submittedBy: { name: string } } | null };
        }>(
          'query ($response: ID!, $receipt: String!) { verifyReceipt(response: $response, receipt: $receipt) { valid submission { number submittedBy { name } } } }',
          { response, receipt: text },
          token,
        );
      expect((await verify(receipt)).verifyReceipt).toEqual({
        valid: true,
        submission: { number: 1, submittedBy: { name: 'Maria Meier' } },
      });
      expect((await verify('0'.repeat(64))).verifyReceipt).toEqual({ valid: false, submission: null });
    });

    it('a reviewer gives it back with queries; with open ones it is not accepted', async () => {
      expect(codes(await review('openQuery', { response, question: 'nothing', text: 'x' }))).toEqual([
        'UNKNOWN_QUESTION',
      ]);
      const returned = await review('returnResponse', {
        response,
        reason: 'Bitte prüfen',
        queries: [{ question: 'housing', text: 'Wirklich 3?' }],
      });
      expect(returned).toMatchObject({
        response: { status: 'RETURNED' },
        queries: [{ number: 1, question: 'housing', status: 'OPEN', messages: [{ text: 'Wirklich 3?' }] }],
        errors: [],
      });
      expect(codes(await review('returnResponse', { response, reason: 'noch einmal' }))).toEqual(['NOT_RETURNABLE']);
      expect(codes(await review('acceptResponse', { response }))).toEqual(['NOT_ACCEPTABLE']);
      await expect(review('returnResponse', { response, reason: 'x' }, mayor)).rejects.toThrow(
        /needs one of the roles/,
      );
    });

    it('the municipality answers, corrects, hands in again; the reviewer closes and accepts', async () => {
      expect((await review('answerQuery', { response, query: 1, text: 'Nein, 2.' }, planner)).queries).toMatchObject([
        {
          status: 'ANSWERED',
          messages: [{ author: { name: 'Rita Review' } }, { text: 'Nein, 2.', author: { name: 'Paula Plan' } }],
        },
      ]);
      const housing = (await sheetOf(planner)).sections[0]?.questions[0]?.answer;
      const saved = await study.save(
        response,
        [{ question: 'housing', value: { level: '2' }, basedOnRevision: housing?.revision ?? 0 }],
        planner,
      );
      expect(saved.errors).toEqual([]);
      expect((await study.submit(response, mayor, 'Tippfehler')).errors).toEqual([]);
      const refused = await review('acceptResponse', { response });
      expect(refused.errors).toMatchObject([
        {
          code: 'OPEN_QUERIES',
          message: 'It cannot be accepted: 0 queries are open and 1 answered but not closed; close them first.',
        },
      ]);
      expect(codes(await review('closeQuery', { response, query: 1 }))).toEqual([]);
      expect(codes(await review('answerQuery', { response, query: 1, text: 'zu spät' }, planner))).toEqual([
        'QUERY_CLOSED',
      ]);
      expect(codes(await review('acceptResponse', { response, version: 1 }))).toEqual(['STALE_VERSION']);
      expect((await review('acceptResponse', { response })).response?.status).toBe('ACCEPTED');
      expect(codes(await study.save(response, [{ question: 'plan', value: { boolean: true } }], planner))).toEqual([
        'NOT_EDITABLE',
      ]);
    });

    it('shows what the correction changed: field, old, new, who, when, why', async () => {
      const { submissionDifferences } = await study.ask<{ submissionDifferences: object[] }>(
        `query ($response: ID!) { submissionDifferences(response: $response, from: 1, to: 2) {
          question field old new changedBy { name } changedAt reason } }`,
        { response },
        reviewer,
      );
      expect(submissionDifferences).toEqual([
        {
          question: 'housing',
          field: 'VALUE',
          old: '3',
          new: '2',
          changedBy: { name: 'Paula Plan' },
          changedAt: now.toISOString(),
          reason: 'Wirklich 3?',
        },
      ]);
    });

    it('keeps the history of each answer: who, when, from, to, through which client', async () => {
      const { answerRevisions } = await study.ask<{ answerRevisions: object[] }>(
        `query ($response: ID!) { answerRevisions(response: $response, question: "housing") {
          revision from to provenance savedBy { name } role client } }`,
        { response },
        reviewer,
      );
      expect(answerRevisions).toEqual([
        {
          revision: 1,
          from: null,
          to: '3',
          provenance: 'TYPED',
          savedBy: { name: 'Paula Plan' },
          role: 'RESPONDENT',
          client: null,
        },
        {
          revision: 2,
          from: '3',
          to: '2',
          provenance: 'TYPED',
          savedBy: { name: 'Paula Plan' },
          role: 'RESPONDENT',
          client: null,
        },
      ]);
    });

    it('numbers what was done without a gap, and chains it', async () => {
      const { sheetEvents } = await study.ask<{
        sheetEvents: { edges: { node: { number: number } }[]; pageInfo: { hasNextPage: boolean } };
      }>(
        `query ($response: ID!) { sheetEvents(response: $response, first: 100) { edges { node { number } } pageInfo { hasNextPage } } }`,
        { response },
        reviewer,
      );
      const numbers = sheetEvents.edges.map(({ node }) => node.number);
      expect(numbers.length).toBeGreaterThan(10);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(sheetEvents.pageInfo.hasNextPage).toBe(false);
    });
  });

  it('staff enter a sheet on behalf of a municipality, and it says so', async () => {
    const { sheet } = await study.ask<{ sheet: Sheet }>(
      `query { sheet(study: "pilot", round: "2030", municipality: "c") { ${SHEET_FIELDS} } }`,
      {},
      reviewer,
    );
    expect(sheet.response.status).toBe('NOT_STARTED');
    const { id } = sheet.response;
    expect(codes(await study.save(id, [{ question: 'housing', value: { level: '1' } }], reviewer))).toEqual([]);
    expect(codes(await study.submit(id, reviewer, 'Papierbogen vom 3. Mai'))).toEqual([]);
    const { submissions } = await study.ask<{ submissions: object[] }>(
      `query ($response: ID!) { submissions(response: $response) { number onBehalf late reason submittedBy { name } } }`,
      { response: id },
      reviewer,
    );
    expect(submissions).toEqual([
      {
        number: 1,
        onBehalf: true,
        late: false,
        reason: 'Papierbogen vom 3. Mai',
        submittedBy: { name: 'Rita Review' },
      },
    ]);
  });

  it('a foreign sheet and one that never was look alike', async () => {
    const { response } = await sheetOf(mayor);
    const c = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'c' });
    const never = Buffer.alloc(32, 7).toString('base64url');
    for (const id of [response.id, never]) {
      expect(codes(await study.save(id, [{ question: 'plan', value: { boolean: true } }], c))).toEqual(['NOT_FOUND']);
      expect(codes(await study.submit(id, c))).toEqual(['NOT_FOUND']);
      await expect(
        study.ask('query ($id: ID!) { sheetEvents(response: $id, first: 1) { edges { cursor } } }', { id }, c),
      ).rejects.toThrow('This response does not exist, or your token does not cover it.');
    }
  });
});
