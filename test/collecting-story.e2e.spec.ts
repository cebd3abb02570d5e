import { asService } from '@reflexbogen/persistence';
import { RoundJobs } from '../apps/api/src/jobs/round-jobs.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { headerText, partsOf, startMailServer, type DeliveredMail, type MailServer } from './harness/mail-server.js';
import { mailTo, QUICK_JOBS } from './harness/mail-worker.js';
import { ERRORS, openStudy, type OpenStudy } from './harness/open-round.js';
import { arrives } from './harness/sign-in.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STARTED = Date.now();

interface Person {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly department?: string;
  readonly signatory: boolean;
}
/** Invented people of an invented municipality. */
const PEOPLE = {
  mayor: { name: 'Maria Meier', email: 'meier@stadt-a.example', locale: 'de', signatory: true },
  planner: { name: 'Paul Plan', email: 'plan@stadt-a.example', locale: 'de', department: 'planning', signatory: false },
  officer: { name: 'Olga Offen', email: 'offen@stadt-a.example', locale: 'de', department: 'social', signatory: false },
  helper: {
    name: 'Hugh Helper',
    email: 'helper@stadt-a.example',
    locale: 'en',
    department: 'social',
    signatory: false,
  },
} satisfies Record<string, Person>;
type Who = keyof typeof PEOPLE;

/**
 * One round of one municipality, from the invitation to the acceptance: two departments and a signatory, a reviewer, an
 * administrator. Each step is the next test; every mail is checked.
 */
describe('a round, from invitation to acceptance', () => {
  let api: TestApi;
  let study: OpenStudy;
  let server: MailServer;
  let days = 0;
  const now = (): Date => new Date(Date.now() + days * DAY);
  const closesAt = new Date(STARTED + 10 * DAY);
  const tokens = new Map<Who, string>();
  let admin: string;
  let reviewer: string;
  let response: string;
  let receipts: string[] = [];

  beforeAll(async () => {
    server = await startMailServer();
    api = await startTestApi({ clock: { now }, mail: mailTo(server.port), jobs: QUICK_JOBS });
    study = await openStudy(api);
    await study.openRound(2030, { opensAt: new Date(STARTED - DAY).toISOString(), closesAt: closesAt.toISOString() });
    admin = await api.token(Role.ADMIN, { name: 'Ada Admin' });
    reviewer = await api.token(Role.REVIEWER, { study: 'pilot', name: 'Rita Review' });
  });
  afterAll(async () => {
    await api.stop();
    await server.stop();
  });

  const tokenOf = (who: Who): string => tokens.get(who) ?? '';
  const codes = ({ errors }: { readonly errors: readonly { code: string }[] }) => errors.map(({ code }) => code);
  let read = 0;
  /** The next mails, by address: subject and text. */
  const mails = async (
    count: number,
  ): Promise<ReadonlyMap<string, { subject: string; text: string; mail: DeliveredMail }>> => {
    await arrives(
      () => Promise.resolve(server.delivered.length),
      (length) => length >= read + count,
    );
    const next = server.delivered.slice(read);
    read = server.delivered.length;
    expect(next).toHaveLength(count);
    return new Map(
      next.map((mail) => [
        mail.to,
        { subject: headerText(mail.headers.get('subject')), text: partsOf(mail).get('text/plain') ?? '', mail },
      ]),
    );
  };
  const all = (...who: readonly Who[]) => who.map((each) => PEOPLE[each].email).sort();
  const addressed = (got: ReadonlyMap<string, unknown>) => [...got.keys()].sort();
  const revisionOf = async (question: string): Promise<number> => {
    const { sheet } = await study.ask<{
      sheet: { sections: { questions: { question: { code: string }; answer: { revision: number } | null }[] }[] };
    }>(
      'query { sheet(study: "pilot", round: "2030", municipality: "a") { sections { questions { question { code } answer { revision } } } } }',
      {},
      reviewer,
    );
    const found = sheet.sections.flatMap(({ questions }) => questions).find((each) => each.question.code === question);
    return found?.answer?.revision ?? 0;
  };
  const save = async (who: Who, question: string, value: object, comment?: string) =>
    study.save(
      response,
      [{ question, value, basedOnRevision: await revisionOf(question), ...(comment ? { comment } : {}) }],
      tokenOf(who),
    );

  it('the administrator names the departments and the people', async () => {
    for (const [code, name] of [
      ['planning', 'Stadtplanungsamt'],
      ['social', 'Sozialamt'],
    ])
      expect(
        codes(await study.act('saveDepartment', ERRORS, { study: 'pilot', municipality: 'a', code, name }, admin)),
      ).toEqual([]);
    for (const { name, email, locale, signatory, ...more } of Object.values<Person>(PEOPLE)) {
      const role = {
        role: 'RESPONDENT',
        study: 'pilot',
        municipality: 'a',
        signatory,
        department: more.department ?? null,
      };
      expect(codes(await study.act('savePerson', ERRORS, { name, email, locale, roles: [role] }, admin))).toEqual([]);
    }
  });

  it('the reviewer looks at the invitation before it is sent', async () => {
    const { mailPreview } = await study.ask<{
      mailPreview: { recipients: number; mails: { subject: string; recipientAddress: string }[] };
    }>(
      'query { mailPreview(study: "pilot", round: "2030", kind: INVITATION, first: 10) { recipients mails { subject recipientAddress } } }',
      {},
      reviewer,
    );
    expect(mailPreview.recipients).toBe(4);
    expect(mailPreview.mails.map(({ recipientAddress }) => recipientAddress).sort()).toEqual(
      all('mayor', 'planner', 'officer', 'helper'),
    );
    expect(server.delivered).toHaveLength(0);
  });

  it('invitations go to the four, in their languages, and not a second time', async () => {
    const invite = () =>
      study.act<{ municipalities: number; mails: number; withoutAddress: string[]; errors: { code: string }[] }>(
        'sendInvitations',
        `municipalities mails withoutAddress ${ERRORS}`,
        { study: 'pilot', round: '2030' },
        reviewer,
      );
    expect(await invite()).toEqual({ municipalities: 1, mails: 4, withoutAddress: ['b', 'c'], errors: [] });
    const got = await mails(4);
    expect(addressed(got)).toEqual(all('mayor', 'planner', 'officer', 'helper'));
    expect(got.get(PEOPLE.mayor.email)?.subject).toMatch(/^Einladung: Pilot, Erhebungsrunde 2030$/);
    expect(got.get(PEOPLE.helper.email)?.subject).toMatch(/^Invitation: .*round 2030/);
    expect(got.get(PEOPLE.mayor.email)?.text).toContain('Maria Meier');
    expect(got.get(PEOPLE.mayor.email)?.text).toContain('https://bogen.institut.example/sheet/pilot/2030');
    expect(await invite()).toMatchObject({ municipalities: 0, mails: 0 });
  });

  it('each signs in by a link that works once', async () => {
    for (const who of Object.keys(PEOPLE) as Who[]) {
      const { email } = PEOPLE[who];
      const asked = await study.ask<{ requestSignInLink: { taken: boolean } }>(
        'mutation ($input: RequestSignInLinkInput!) { requestSignInLink(input: $input) { taken } }',
        { input: { email } },
        '',
      );
      expect(asked.requestSignInLink.taken).toBe(true);
      const link = (await mails(1)).get(email);
      const secret = decodeURIComponent(/auth\/link#(\S+)/.exec(link?.text ?? '')?.[1] ?? '');
      const redeem = () =>
        study.ask<{ redeemSignInLink: { token: string | null; errors: { code: string }[] } }>(
          'mutation ($input: RedeemSignInLinkInput!) { redeemSignInLink(input: $input) { token errors { code } } }',
          { input: { secret } },
          '',
        );
      tokens.set(who, (await redeem()).redeemSignInLink.token ?? '');
      expect(codes((await redeem()).redeemSignInLink)).toEqual(['INVALID_LINK']);
    }
    response = await study.responseId(2030, tokenOf('mayor'));
  });

  it('sections go to departments, which fill and finish them at the same time', async () => {
    const update = (who: Who, input: object) =>
      study.act<{ errors: { code: string }[] }>('updateSection', ERRORS, { response, ...input }, tokenOf(who));
    expect(codes(await update('mayor', { section: 'city', department: 'planning' }))).toEqual([]);
    expect(codes(await update('mayor', { section: 'social', department: 'social' }))).toEqual([]);
    const outcomes = await Promise.all([
      save('planner', 'housing', { level: '3' }),
      save('officer', 'remark', { text: 'Beratung fehlt' }, 'Stand Mai'),
      save('planner', 'plan', { boolean: true }),
    ]);
    expect(outcomes.flatMap(codes)).toEqual([]);
    expect(codes(await save('helper', 'housing', { level: '1' }))).toEqual(['NOT_YOUR_SECTION']);
    expect(codes(await update('planner', { section: 'city', done: true }))).toEqual([]);
    expect(codes(await update('helper', { section: 'social', done: true, comment: 'agreed' }))).toEqual([]);
    expect(codes(await study.submit(response, tokenOf('officer')))).toEqual(['NOT_SIGNATORY']);
  });

  it('a reminder comes two days before the end, once', async () => {
    days = 8.5;
    await asService(() => api.app.get(RoundJobs).remind());
    const got = await mails(4);
    expect(got.get(PEOPLE.officer.email)?.subject).toMatch(/^Erinnerung: /);
    expect(got.get(PEOPLE.helper.email)?.subject).toMatch(/^Reminder: /);
    await asService(() => api.app.get(RoundJobs).remind());
  });

  it('the window is over, and is extended for this municipality', async () => {
    days = 11;
    const refused = await study.submit(response, tokenOf('mayor'));
    expect(refused.errors).toMatchObject([{ code: 'ROUND_NOT_OPEN' }]);
    const granted = await study.act<{ window: { status: string; isLate: boolean }; errors: { code: string }[] }>(
      'grantExtension',
      `window { status isLate } ${ERRORS}`,
      {
        study: 'pilot',
        round: '2030',
        municipality: 'a',
        closesAt: new Date(STARTED + 20 * DAY).toISOString(),
        reason: 'Krankheit im Amt',
      },
      reviewer,
    );
    expect(granted).toMatchObject({ window: { status: 'OPEN', isLate: true }, errors: [] });
    const got = await mails(4);
    expect(addressed(got)).toEqual(all('mayor', 'planner', 'officer', 'helper'));
    expect(got.get(PEOPLE.mayor.email)?.text).toContain('Krankheit im Amt');
  });

  it('the mayor hands in, and gets a receipt', async () => {
    const submitted = await study.submit(response, tokenOf('mayor'));
    expect(submitted).toMatchObject({ response: { status: 'SUBMITTED' }, errors: [] });
    receipts = [submitted.response?.receipt ?? ''];
    const got = await mails(1);
    expect(got.get(PEOPLE.mayor.email)?.text).toContain(receipts[0]);
  });

  it('the reviewer gives it back with a query', async () => {
    const returned = await study.act<{ response: { status: string }; errors: { code: string }[] }>(
      'returnResponse',
      `response { status } ${ERRORS}`,
      {
        response,
        reason: 'Bitte eine Angabe prüfen',
        queries: [{ question: 'housing', text: 'Im Vorjahr 1: wirklich 3?' }],
      },
      reviewer,
    );
    expect(returned).toMatchObject({ response: { status: 'RETURNED' }, errors: [] });
    const got = await mails(4);
    expect(got.get(PEOPLE.planner.email)?.text).toContain('Bitte eine Angabe prüfen');
    expect(got.get(PEOPLE.planner.email)?.text).toContain('housing');
  });

  it('the planner answers and corrects, the mayor hands in again', async () => {
    expect(
      codes(await study.act('answerQuery', ERRORS, { response, query: 1, text: 'Nein: 2.' }, tokenOf('planner'))),
    ).toEqual([]);
    expect(codes(await save('planner', 'housing', { level: '2' }))).toEqual([]);
    const submitted = await study.submit(response, tokenOf('mayor'), 'Angabe geprüft');
    expect(submitted.errors).toEqual([]);
    receipts.push(submitted.response?.receipt ?? '');
    expect((await mails(1)).get(PEOPLE.mayor.email)?.text).toContain(receipts[1]);
  });

  it('the reviewer sees what changed, settles the query and accepts', async () => {
    const { submissionDifferences } = await study.ask<{ submissionDifferences: object[] }>(
      `query ($response: ID!) { submissionDifferences(response: $response, from: 1, to: 2) { question old new changedBy { name } reason } }`,
      { response },
      reviewer,
    );
    expect(submissionDifferences).toEqual([
      {
        question: 'housing',
        old: '3',
        new: '2',
        changedBy: { name: 'Paul Plan' },
        reason: 'Im Vorjahr 1: wirklich 3?',
      },
    ]);
    expect(codes(await study.act('acceptResponse', ERRORS, { response }, reviewer))).toEqual(['OPEN_QUERIES']);
    expect(codes(await study.act('closeQuery', ERRORS, { response, query: 1 }, reviewer))).toEqual([]);
    const accepted = await study.act<{ response: { status: string }; errors: { code: string }[] }>(
      'acceptResponse',
      `response { status } ${ERRORS}`,
      { response },
      reviewer,
    );
    expect(accepted).toMatchObject({ response: { status: 'ACCEPTED' }, errors: [] });
    const got = await mails(4);
    expect(got.get(PEOPLE.helper.email)?.subject).toMatch(/^Accepted: /);
  });

  it('the record tells it all, in order, and is intact', async () => {
    const { sheetEvents } = await study.ask<{
      sheetEvents: { edges: { node: { act: string; actor: { name: string }; role: string } }[] };
    }>(
      `query ($response: ID!) { sheetEvents(response: $response, first: 100) { edges { node { act actor { name } role } } } }`,
      { response },
      reviewer,
    );
    const told = sheetEvents.edges.map(({ node: { act, actor, role } }) => `${act} ${actor.name} ${role}`);
    expect(told.filter((line) => !line.startsWith('SAVE_ANSWER'))).toEqual([
      'INVITE Rita Review REVIEWER',
      'ASSIGN_SECTION Maria Meier RESPONDENT',
      'ASSIGN_SECTION Maria Meier RESPONDENT',
      'MARK_SECTION Paul Plan RESPONDENT',
      'MARK_SECTION Hugh Helper RESPONDENT',
      'COMMENT_SECTION Hugh Helper RESPONDENT',
      'EXTEND Rita Review REVIEWER',
      'SUBMIT Maria Meier RESPONDENT',
      'RETURN Rita Review REVIEWER',
      'OPEN_QUERY Rita Review REVIEWER',
      'ANSWER_QUERY Paul Plan RESPONDENT',
      'SUBMIT Maria Meier RESPONDENT',
      'CLOSE_QUERY Rita Review REVIEWER',
      'ACCEPT Rita Review REVIEWER',
    ]);
    expect(told.filter((line) => line.startsWith('SAVE_ANSWER'))).toHaveLength(4);
    const { verifyAudit } = await study.ask<{ verifyAudit: { faults: object[] } }>(
      'query { verifyAudit(study: "pilot") { faults { message } } }',
      {},
      admin,
    );
    expect(verifyAudit.faults).toEqual([]);
  });

  it('not one mail more was sent', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(server.delivered).toHaveLength(read);
  });
});
