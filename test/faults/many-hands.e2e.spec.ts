import { randomUUID } from 'node:crypto';
import { EDITORS } from './harness/crew.js';
import { Deployment } from './harness/deployment.js';
import { keptLine } from './harness/graphql.js';
import { Ledger } from './harness/ledger.js';
import type { Conflict, SaveInput, SaveOutcome } from './harness/operations.js';
import { seeded, type Random } from './harness/random.js';
import { inTurn, SaveClient } from './harness/save-client.js';
import { compareWithLedger, readSheet, savedValue, type SheetState, type StoredEvent } from './harness/sheet-state.js';
import { figures, patience, size } from './harness/sizes.js';
import { municipalityCode, questionCode, Survey } from './harness/survey.js';

const SAVES = size(800, 20_000);
const COLLISIONS = size(400, 10_000);
/** Few enough that editors meet, many enough that they also do not. */
const SHARED_QUESTIONS = 30;

/** Somebody at the sheet, and what the sheet was like when they last looked. */
interface Hand {
  readonly name: string;
  readonly client: SaveClient;
  readonly random: Random;
  readonly seen: Map<string, number>;
}

/** What an editor was told instead of "saved". */
interface Told {
  readonly editor: string;
  readonly sent: string;
  readonly basedOn: number;
  readonly conflict: Conflict;
}

describe('eight editors on one sheet, at two replicas', () => {
  let deployment: Deployment;
  let survey: Survey;

  beforeAll(async () => {
    deployment = await Deployment.create({ database: 'SHARED' });
    survey = await Survey.create(deployment.replica(0).port, deployment.folder, { municipalities: 2 });
  }, 300_000);
  afterAll(() => deployment.stop(), 60_000);

  async function handsAt(municipality: string, random: Random): Promise<{ response: string; hands: readonly Hand[] }> {
    const names = Array.from({ length: EDITORS }, (_, index) => `Hand ${index + 1}`);
    const tokens = await Promise.all(names.map((name) => survey.respondent(municipality, name)));
    const hands = names.map((name, index) => {
      const own = random.fork(name);
      const client = new SaveClient({
        line: keptLine(),
        token: tokens[index] ?? '',
        port: inTurn(deployment.ports, own),
      });
      return { name, client, random: own, seen: new Map<string, number>() };
    });
    return { response: await survey.sheetOf(tokens[0] ?? ''), hands };
  }

  /** One act on some questions, each based on what the editor has seen. Writes down what was saved and what was told. */
  async function save(
    { name, client, random, seen }: Hand,
    response: string,
    questions: readonly string[],
    ledger: Ledger,
    told: Told[],
  ): Promise<SaveOutcome> {
    const key = randomUUID();
    const answers = questions.map((question) => ({
      question,
      value: { text: `${name}: ${key}` },
      basedOnRevision: seen.get(question) ?? 0,
    }));
    const input: SaveInput = { response, idempotencyKey: key, answers };
    const outcome = await client.attempt(input, random.between(0, 1));
    expect(outcome.errors).toEqual([]);
    ledger.entries.push({ key, editor: name, input, saved: outcome.saved, attempts: 1 });
    for (const { question, revision } of outcome.saved) seen.set(question, revision);
    for (const conflict of outcome.conflicts) {
      seen.set(conflict.question, conflict.revision);
      const sent = answers.find(({ question }) => question === conflict.question);
      told.push({ editor: name, sent: sent?.value.text ?? '', basedOn: sent?.basedOnRevision ?? 0, conflict });
    }
    if (outcome.saved.length + outcome.conflicts.length !== answers.length)
      ledger.contradictions.push(`${name} sent ${answers.length} answers: ${JSON.stringify(outcome)}`);
    return outcome;
  }

  /** What losers must have been told, by the history. */
  function expectTold(told: readonly Told[], state: SheetState, ledger: Ledger): void {
    const editorOf = new Map(
      ledger.entries.flatMap(({ editor, saved }) =>
        saved.map(({ question, revision }): [string, string] => [`${question} ${revision}`, editor]),
      ),
    );
    const history = new Map<string, StoredEvent>(
      state.history.map((event) => [`${event.object} ${event.revision}`, event]),
    );
    const wrong = told.filter(({ sent, basedOn, conflict }) => {
      const standing = `${conflict.question} ${conflict.revision}`;
      const event = history.get(standing);
      return !(
        event !== undefined &&
        conflict.yours?.canonical === sent &&
        conflict.theirs?.canonical === savedValue(event) &&
        conflict.savedBy?.name === editorOf.get(standing) &&
        conflict.savedAt !== null &&
        Date.parse(conflict.savedAt) === Date.parse(event.at) &&
        conflict.revision > basedOn
      );
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  }

  /** The last value that each question got, by what the editors were told. */
  function expectFinalState(state: SheetState, ledger: Ledger): void {
    const last = new Map<string, { value: string; revision: number }>();
    for (const { input, saved } of ledger.entries)
      for (const { question, revision } of saved) {
        const value = input.answers.find((answer) => answer.question === question)?.value.text ?? '';
        if (revision > (last.get(question)?.revision ?? 0)) last.set(question, { value, revision });
      }
    expect(Object.fromEntries(state.answers)).toEqual(Object.fromEntries(last));
  }

  const savedBy = (ledger: Ledger): number => ledger.entries.reduce((sum, { saved }) => sum + saved.length, 0);

  it(
    `ends ${SAVES} saves with what the editors were told, and overwrites nothing unseen`,
    seeded(async (random) => {
      const { response, hands } = await handsAt(municipalityCode(1), random);
      const shared = Array.from({ length: SHARED_QUESTIONS }, (_, index) => questionCode(index + 1));
      const ledger = new Ledger();
      const told: Told[] = [];
      const each = Math.ceil(SAVES / EDITORS);
      await Promise.all(
        hands.map(async (hand) => {
          let toSettle: readonly string[] = [];
          for (let act = 0; act < each; act += 1) {
            const questions = [...new Set([...toSettle, hand.random.pick(shared), hand.random.pick(shared)])];
            const { conflicts } = await save(hand, response, questions, ledger, told);
            // Whoever was told sees the other value now, and sends once more.
            toSettle = conflicts.map((conflict) => conflict.question);
          }
        }),
      );
      const state = await readSheet(deployment.databaseUrl(), response);
      const findings = compareWithLedger(state, ledger);

      figures('eight editors on one sheet', {
        acts: ledger.acknowledged,
        'answers saved': savedBy(ledger),
        conflicts: told.length,
        'overwritten unseen': findings.lost.length,
        'events of the history': state.history.length,
      });
      expect(findings).toEqual({ acknowledged: findings.acknowledged, lost: [], halfApplied: [], disagreements: [] });
      expectFinalState(state, ledger);
      // Every revision was acknowledged to exactly one of them: no gap and no second winner.
      expect(state.history.length).toBe(savedBy(ledger));
      expectTold(told, state, ledger);
      expect(told.length).toBeGreaterThan(0);
    }),
    patience(600, 3600),
  );

  it(
    `lets one of eight win each of ${COLLISIONS} collisions on one answer, and tells the others`,
    seeded(async (random) => {
      const { response, hands } = await handsAt(municipalityCode(2), random);
      const question = questionCode(60);
      const ledger = new Ledger();
      const told: Told[] = [];
      const notOne: string[] = [];
      for (let revision = 1; revision <= COLLISIONS; revision += 1) {
        for (const { seen } of hands) seen.set(question, revision - 1);
        const outcomes = await Promise.all(hands.map((hand) => save(hand, response, [question], ledger, told)));
        const winners = outcomes.flatMap(({ saved }) => saved);
        const losers = outcomes.flatMap(({ conflicts }) => conflicts);
        if (winners.length !== 1 || losers.length !== EDITORS - 1 || winners[0]?.revision !== revision)
          notOne.push(`revision ${revision}: ${winners.length} winners, ${losers.length} losers`);
      }
      const state = await readSheet(deployment.databaseUrl(), response);

      figures('collisions on one answer', {
        collisions: COLLISIONS,
        'editors in each': EDITORS,
        'with one winner': COLLISIONS - notOne.length,
        'losers told': told.length,
        'editors who ever won': new Set(
          ledger.entries.filter(({ saved }) => saved.length > 0).map(({ editor }) => editor),
        ).size,
      });
      expect(notOne).toEqual([]);
      expect(state.answers.get(question)?.revision).toBe(COLLISIONS);
      expect(told.length).toBe(COLLISIONS * (EDITORS - 1));
      expectTold(told, state, ledger);
      expect(compareWithLedger(state, ledger)).toMatchObject({ lost: [], halfApplied: [], disagreements: [] });
    }),
    patience(600, 3600),
  );
});
