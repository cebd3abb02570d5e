import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { keptLine, send, singleLine, Unanswered } from './graphql.js';
import { HAND_IN, RETURN, type HandInInput, type HandInOutcome, type Problem, type Receipt } from './operations.js';
import type { StoredEvent } from './sheet-state.js';
import type { Survey } from './survey.js';

const PAUSE_MS = 25;
const PATIENCE_MS = 180_000;

export interface OfficeOptions {
  readonly survey: Survey;
  readonly municipality: string;
  readonly reviewer: string;
  /** The proxy that spoils connections. */
  readonly proxy: number;
  /** Replicas, past it. */
  readonly ports: readonly number[];
  /** Repeats with a key of its own each time, as no client should: a control. */
  readonly forgetsKeys?: boolean;
}

/** A submission that was acknowledged. */
interface HandedIn extends Receipt {
  readonly input: HandInInput;
  readonly attempts: number;
}

const receiptIn = ({ response }: HandInOutcome): Receipt => {
  const { submissionNumber = null, submittedAt = null, receipt = null } = response ?? {};
  return { submissionNumber, submittedAt, receipt };
};

/** Somebody who hands one sheet in over and over through a bad line, and gets it given back each time. */
export class SigningOffice {
  /** In the order of the acts. */
  readonly ledger: HandedIn[] = [];
  /** What clients were told that cannot be. */
  readonly contradictions: string[] = [];
  private readonly badLine = singleLine(2000);
  private readonly goodLine = keptLine();

  private constructor(
    private readonly options: OfficeOptions,
    private readonly respondent: string,
    readonly response: string,
  ) {}

  static async open(options: OfficeOptions): Promise<SigningOffice> {
    const respondent = await options.survey.respondent(options.municipality, 'Signatory');
    return new SigningOffice(options, respondent, await options.survey.sheetOf(respondent));
  }

  /** Handed in through the proxy until it is acknowledged; given back; and the same act once more, at every replica. */
  async turn(): Promise<void> {
    const number = this.ledger.length + 1;
    const input = { response: this.response, idempotencyKey: randomUUID(), reason: `turn ${number}` };
    const { outcome, attempts } = await this.handIn(input);
    if (outcome.errors.length > 0) {
      // Nobody else hands it in: only what was lost on the way can have done so.
      this.contradictions.push(`turn ${number} was told ${outcome.errors[0]?.code}`);
      return this.giveBack();
    }
    this.ledger.push({ ...receiptIn(outcome), input, attempts });
    await this.giveBack();
    for (const { submissionNumber, submittedAt, receipt, input: before } of this.ledger.slice(-2))
      for (const port of this.options.ports)
        await this.sendAgain(before, port, { submissionNumber, submittedAt, receipt });
  }

  private async handIn(input: HandInInput): Promise<{ readonly outcome: HandInOutcome; readonly attempts: number }> {
    const { proxy, forgetsKeys = false } = this.options;
    const deadline = Date.now() + PATIENCE_MS;
    for (let attempts = 1; ; attempts += 1) {
      try {
        const sent = forgetsKeys ? { ...input, idempotencyKey: randomUUID() } : input;
        const { submitResponse } = await send<{ submitResponse: HandInOutcome }>(
          this.badLine,
          proxy,
          this.respondent,
          HAND_IN,
          { input: sent },
        );
        return { outcome: submitResponse, attempts };
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        if (Date.now() > deadline) throw new Error(`not acknowledged after ${attempts} attempts`, { cause: error });
      }
      await sleep(PAUSE_MS);
    }
  }

  private async sendAgain(input: HandInInput, port: number, expected: Receipt): Promise<void> {
    if (this.options.forgetsKeys === true) return;
    const ask = async (sent: HandInInput): Promise<HandInOutcome> =>
      (await send<{ submitResponse: HandInOutcome }>(this.goodLine, port, this.respondent, HAND_IN, { input: sent }))
        .submitResponse;
    const again = await ask(input);
    const told = JSON.stringify([again.response?.status, again.errors, receiptIn(again)]);
    if (told !== JSON.stringify(['RETURNED', [], expected]))
      this.contradictions.push(`${input.reason} once more: ${told} in place of ${JSON.stringify(expected)}`);
    const misused = await ask({ ...input, reason: 'something else' });
    if (misused.errors[0]?.code !== 'IDEMPOTENCY_KEY_REUSED')
      this.contradictions.push(`the key of ${input.reason} was taken for something else`);
  }

  private async giveBack(): Promise<void> {
    const { reviewer, ports } = this.options;
    const { returnResponse } = await send<{ returnResponse: { errors: readonly Problem[] } }>(
      this.goodLine,
      ports[0] ?? 0,
      reviewer,
      RETURN,
      { input: { response: this.response, reason: 'Please look again' } },
    );
    if (returnResponse.errors.length > 0) throw new Error(`not given back: ${JSON.stringify(returnResponse.errors)}`);
  }

  /** @returns what the history says otherwise than the ledger; empty where each act had exactly one effect */
  differencesFrom(history: readonly StoredEvent[]): readonly string[] {
    const submits = history.filter(({ act }) => act === 'SUBMIT');
    const found = this.ledger.flatMap(({ submissionNumber, receipt, input }, index) => {
      const event = submits[index];
      return event?.new === receipt && event?.object === String(submissionNumber) && event?.reason === input.reason
        ? []
        : [`${input.reason}: ${receipt} was acknowledged, ${JSON.stringify(event ?? null)} stands`];
    });
    if (submits.length !== this.ledger.length)
      found.push(`${submits.length} submissions, ${this.ledger.length} acknowledged`);
    return found;
  }
}
