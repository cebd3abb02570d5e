import { prepareQuestionSet, RESPONSE_TRANSITIONS, type QuestionSet } from '@reflexbogen/domain';
import {
  createDataSource,
  QuestionSetRepository,
  SubmissionRepository,
  TemplateRepository,
} from '@reflexbogen/persistence';
import type { DataSource } from 'typeorm';
import { Deployment } from './harness/deployment.js';
import { extend, race, type RacedAct } from './harness/race.js';
import { faultsOf } from './harness/race-check.js';
import { seeded, type Random } from './harness/random.js';
import { keysOf, readSheet } from './harness/sheet-state.js';
import { figures, patience, size } from './harness/sizes.js';
import { municipalityCode, Survey } from './harness/survey.js';

const RACES = size(80, 2000);
const AT_ONCE = 4;
const FEWEST_ACTS = 8;
const MOST_ACTS = 16;
/** Before the round's own end, which is long past: each sheet has a window of its own. */
const ROUND_END = '2018-06-01T00:00:00Z';

describe('saving, submitting, returning, accepting and a deadline that moves, at once', () => {
  let deployment: Deployment;
  let survey: Survey;
  let reviewer: string;
  let dataSource: DataSource;
  let asked: { readonly questionSet: QuestionSet; readonly contentHash: string };

  beforeAll(async () => {
    deployment = await Deployment.create({ database: 'SHARED' });
    survey = await Survey.create(deployment.replica(0).port, deployment.folder, {
      municipalities: RACES,
      closesAt: ROUND_END,
    });
    reviewer = await survey.reviewer('Reviewer');
    dataSource = await createDataSource({ url: deployment.databaseUrl(), poolSize: 2 }).initialize();
    const templates = new TemplateRepository(dataSource);
    const sets = new QuestionSetRepository(dataSource, templates);
    const [row] = await dataSource.query<{ id: string }[]>(
      `SELECT question_set_id AS id FROM round WHERE code = '2018' AND closes_at = $1`,
      [ROUND_END],
    );
    const set = await sets.findById(row?.id ?? '');
    if (set?.contentHash == null) throw new Error('the set of the round is not published');
    asked = { questionSet: prepareQuestionSet(set.id, set.document), contentHash: set.contentHash };
  }, 600_000);
  afterAll(async () => {
    await dataSource?.destroy();
    await deployment?.stop();
  }, 60_000);

  /** One race on a sheet of its own. @returns its acts, and what must not be */
  async function runRace(number: number, random: Random) {
    const municipality = municipalityCode(number);
    const respondent = await survey.respondent(municipality, `Respondent ${number}`);
    const people = { municipality, respondent, reviewer };
    const { response, errors } = await extend(people, random.pick(deployment.ports), null);
    if (response === null) throw new Error(`no window: ${JSON.stringify(errors)}`);
    const acts = await race({ ...people, response }, deployment.ports, random, random.between(FEWEST_ACTS, MOST_ACTS));
    const { municipalityId, roundId } = keysOf(response);
    const state = await readSheet(deployment.databaseUrl(), response);
    const submissions = await new SubmissionRepository(dataSource).ofSheet(municipalityId, roundId);
    const faults = faultsOf({ municipality, acts, state, submissions, ...asked });
    return { acts, faults: faults.map((fault) => `${municipality}: ${fault}`), submissions: submissions.length };
  }

  it(
    `leaves ${RACES} sheets in states of the table, with receipts that recompute`,
    seeded(async (random) => {
      const acts: RacedAct[] = [];
      const faults: string[] = [];
      let submissions = 0;
      let next = 1;
      const runner = async (): Promise<void> => {
        while (next <= RACES) {
          const number = next;
          next += 1;
          const outcome = await runRace(number, random.fork(number));
          acts.push(...outcome.acts);
          faults.push(...outcome.faults);
          submissions += outcome.submissions;
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, runner));

      const done = (kind: RacedAct['kind']) => acts.filter((act) => act.kind === kind && act.refusal === null).length;
      const repeated = acts.filter(({ again }) => again !== null).length;
      const refused = (code: string) => acts.filter(({ refusal }) => refusal === code).length;
      figures('races', {
        races: RACES,
        acts: acts.length,
        'done: save, submit, return, accept': ['SAVE', 'SUBMIT', 'RETURN', 'ACCEPT']
          .map((kind) => done(kind as RacedAct['kind']))
          .join(', '),
        'refused by the state table': acts.filter(({ refusal }) => refusal?.startsWith('NOT_')).length,
        'refused by the deadline': refused('ROUND_NOT_OPEN'),
        'receipts recomputed': submissions,
        'submits repeated': repeated,
        faults: faults.length,
      });
      expect(faults.slice(0, 10)).toEqual([]);
      expect(repeated).toBe(done('SUBMIT'));
      // A race in which nobody loses is none.
      for (const kind of Object.keys(RESPONSE_TRANSITIONS.SUBMITTED) as (keyof typeof RESPONSE_TRANSITIONS.SUBMITTED)[])
        expect(done(kind)).toBeGreaterThan(0);
      for (const code of ['NOT_EDITABLE', 'NOT_SUBMITTABLE', 'NOT_RETURNABLE', 'NOT_ACCEPTABLE', 'ROUND_NOT_OPEN'])
        expect([code, refused(code)]).not.toEqual([code, 0]);
    }),
    patience(600, 3600),
  );
});
