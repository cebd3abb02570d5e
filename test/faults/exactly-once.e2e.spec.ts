import { Crew, EDITORS } from './harness/crew.js';
import { Deployment } from './harness/deployment.js';
import { FAULTS, FaultProxy } from './harness/fault-proxy.js';
import { keptLine, send, singleLine } from './harness/graphql.js';
import type { LedgerEntry } from './harness/ledger.js';
import { SAVE, type SaveInput, type SaveOutcome } from './harness/operations.js';
import { seeded, type Random } from './harness/random.js';
import { compareWithLedger, effectiveActs, readSheet } from './harness/sheet-state.js';
import { SigningOffice } from './harness/signing-office.js';
import { figures, patience, size } from './harness/sizes.js';
import { municipalityCode, Survey } from './harness/survey.js';

const ACTS = size(304, 5000);
const CONTROL_ACTS = size(80, 400);
const OFFICES = 4;
/** Submissions of each office. */
const TURNS = size(20, 300);
const FAULT_PROBABILITY = 0.45;
/** Of the acts: sent once more after they were acknowledged, as they were and with other answers. */
const SENT_AGAIN = 0.2;

describe('a network that cuts before, within and after the answer', () => {
  let deployment: Deployment;
  let survey: Survey;

  beforeAll(async () => {
    deployment = await Deployment.create({ database: 'SHARED' });
    survey = await Survey.create(deployment.replica(0).port, deployment.folder, { municipalities: 3 + 2 * OFFICES });
  }, 300_000);
  afterAll(() => deployment.stop(), 60_000);

  const sendDirectly = async (token: string, port: number, input: SaveInput): Promise<SaveOutcome> =>
    (await send<{ saveAnswers: SaveOutcome }>(keptLine(), port, token, SAVE, { input })).saveAnswers;

  /** Repeats an acknowledged act, at every replica at once, and abuses its key. */
  async function sendAgain({ input, saved }: LedgerEntry, token: string): Promise<void> {
    const again = await Promise.all(deployment.ports.map((port) => sendDirectly(token, port, input)));
    for (const outcome of again) expect(outcome).toMatchObject({ saved, conflicts: [], errors: [] });
    const [first, ...rest] = input.answers;
    if (first === undefined) throw new Error('an act without answers');
    const other = { ...input, answers: [{ ...first, value: { text: 'something else' } }, ...rest] };
    for (const port of deployment.ports) {
      const { errors, saved: changed } = await sendDirectly(token, port, other);
      expect(errors.map(({ code }) => code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
      expect(changed).toEqual([]);
    }
  }

  async function actThroughProxy(
    name: string,
    targets: readonly number[],
    municipality: string,
    random: Random,
  ): Promise<void> {
    const proxy = await FaultProxy.start({
      targets,
      faultProbability: FAULT_PROBABILITY,
      random: random.fork('proxy'),
    });
    try {
      // Each request on a connection of its own, so that each meets a fault of its own.
      const crew = await Crew.create({ survey, ports: [proxy.port], random, municipality, line: singleLine(2000) });
      await crew.do(ACTS);
      const once = await readSheet(deployment.databaseUrl(), crew.response);
      const chosen = crew.ledger.entries.filter(() => random.happens(SENT_AGAIN));
      for (const entry of chosen) await sendAgain(entry, crew.tokens.get(entry.editor) ?? '');
      const state = await readSheet(deployment.databaseUrl(), crew.response);

      const findings = compareWithLedger(state, crew.ledger, crew.groups);
      const repeated = crew.ledger.entries.filter(({ attempts }) => attempts > 1).length;
      figures(name, {
        acts: crew.ledger.acknowledged,
        'with exactly one effect': effectiveActs(state),
        repeated,
        attempts: crew.ledger.entries.reduce((sum, { attempts }) => sum + attempts, 0),
        'sent again and misused afterwards': chosen.length,
      });
      expect(crew.ledger.acknowledged).toBe(Math.ceil(ACTS / EDITORS) * EDITORS);
      expect(findings).toEqual({ acknowledged: findings.acknowledged, lost: [], halfApplied: [], disagreements: [] });
      expect(effectiveActs(state)).toBe(crew.ledger.acknowledged);
      expect(state.version).toBe(crew.ledger.acknowledged);
      expect(state.history).toEqual(once.history);
      // Without every kind of fault, and without repetitions, nothing is proved.
      expect(FAULTS.filter((fault) => (proxy.happened.get(fault) ?? 0) === 0)).toEqual([]);
      expect(repeated).toBeGreaterThan(0);
      expect(chosen.length).toBeGreaterThan(0);
    } finally {
      await proxy.stop();
    }
  }

  it(
    `gives each of ${ACTS} acts its effect exactly once`,
    seeded((random) =>
      actThroughProxy('exactly once, one replica', deployment.ports.slice(0, 1), municipalityCode(1), random),
    ),
    patience(600, 3600),
  );

  it(
    `gives each of ${ACTS} acts its effect exactly once, wherever it is repeated`,
    seeded((random) =>
      actThroughProxy('exactly once, two replicas behind one proxy', deployment.ports, municipalityCode(2), random),
    ),
    patience(600, 3600),
  );

  it(
    'sees it where clients repeat with a new key each time',
    seeded(async (random) => {
      const proxy = await FaultProxy.start({
        targets: deployment.ports,
        faultProbability: FAULT_PROBABILITY,
        random: random.fork('proxy'),
      });
      try {
        const crew = await Crew.create({
          survey,
          ports: [proxy.port],
          random,
          municipality: municipalityCode(3),
          line: singleLine(2000),
          forgetsKeys: true,
        });
        await crew.do(CONTROL_ACTS);

        figures('exactly once, a new key for each repetition (control)', {
          acts: crew.ledger.acknowledged,
          'told of a stranger who was themselves': crew.ledger.contradictions.length,
        });
        expect(crew.ledger.contradictions.length).toBeGreaterThan(0);
      } finally {
        await proxy.stop();
      }
    }),
    patience(600, 600),
  );

  /** Each office at a sheet of its own, all at once, behind one proxy before all replicas. */
  async function handInThroughProxy(first: number, random: Random, forgetsKeys: boolean) {
    const proxy = await FaultProxy.start({
      targets: deployment.ports,
      faultProbability: FAULT_PROBABILITY,
      random: random.fork('proxy'),
    });
    try {
      const reviewer = await survey.reviewer('Reviewer');
      const { ports } = deployment;
      const offices = await Promise.all(
        Array.from({ length: OFFICES }, (_, index) => {
          const municipality = municipalityCode(first + index);
          return SigningOffice.open({ survey, municipality, reviewer, proxy: proxy.port, ports, forgetsKeys });
        }),
      );
      await Promise.all(
        offices.map(async (office) => {
          for (let turn = 0; turn < TURNS; turn += 1) await office.turn();
        }),
      );
      const ledger = offices.flatMap((office) => office.ledger);
      return {
        offices,
        ledger,
        contradictions: offices.flatMap((office) => office.contradictions),
        happened: proxy.happened,
      };
    } finally {
      await proxy.stop();
    }
  }

  it(
    `hands in each of ${OFFICES * TURNS} times exactly once, and gives the client its receipt`,
    seeded(async (random) => {
      const { offices, ledger, contradictions, happened } = await handInThroughProxy(4, random, false);
      const repeated = ledger.filter(({ attempts }) => attempts > 1).length;
      const differences: string[] = [];
      for (const office of offices) {
        const { history } = await readSheet(deployment.databaseUrl(), office.response);
        differences.push(...office.differencesFrom(history));
      }

      figures('exactly once, handing in, two replicas behind one proxy', {
        submits: ledger.length,
        repeated,
        attempts: ledger.reduce((sum, { attempts }) => sum + attempts, 0),
        'with another effect than was told': differences.length + contradictions.length,
      });
      expect(contradictions).toEqual([]);
      expect(differences).toEqual([]);
      expect(ledger).toHaveLength(OFFICES * TURNS);
      // Cut after it had its effect, or may have had it: without that nothing is proved.
      const cut = (['CUT_WHILE_WORKING', 'CUT_ANSWER', 'CUT_MID_ANSWER'] as const).map(
        (fault) => happened.get(fault) ?? 0,
      );
      expect(Math.max(...cut)).toBeGreaterThan(0);
      expect(repeated).toBeGreaterThan(0);
    }),
    patience(600, 3600),
  );

  it(
    'sees it where they hand in with a new key for each repetition',
    seeded(async (random) => {
      const { offices, ledger, contradictions } = await handInThroughProxy(4 + OFFICES, random, true);
      figures('exactly once, handing in, a new key for each repetition (control)', {
        submits: ledger.length + contradictions.length,
        'told of a stranger who was themselves': contradictions.length,
      });
      const [office] = offices.filter((one) => one.contradictions.length > 0);
      expect(office).toBeDefined();
      const { history } = await readSheet(deployment.databaseUrl(), office?.response ?? '');
      expect(office?.differencesFrom(history)).not.toEqual([]);
    }),
    patience(600, 600),
  );
});
