import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from './ledger.js';
import type { SaveInput, SaveOutcome } from './operations.js';
import type { Random } from './random.js';
import type { SaveClient } from './save-client.js';

export interface EditorOptions {
  readonly name: string;
  readonly response: string;
  /** The editor's own questions: every act writes all of them, so that half an act shows. */
  readonly questions: readonly string[];
  readonly client: SaveClient;
  readonly ledger: Ledger;
  readonly random: Random;
  /** How likely an act is given up should it not be answered, as when a browser is closed. */
  readonly givesUp?: number;
  /** Longest pause between two acts, in milliseconds. */
  readonly pauseMs?: number;
}

/** Somebody who fills questions of one sheet, act by act, and writes down what was acknowledged. */
export class Editor {
  private revision = 0;
  private sequence = 0;
  /** Values of acts that were given up; one of them may stand. */
  private readonly unsure = new Set<string>();

  constructor(private readonly options: EditorOptions) {}

  /** Saves until told to stop, or until it has done so many acts. */
  async work(isOver: () => boolean, most = Infinity): Promise<void> {
    const { pauseMs = 0, random } = this.options;
    for (let acts = 0; acts < most && !isOver(); acts += 1) {
      await this.act();
      if (pauseMs > 0) await sleep(random.between(0, pauseMs));
    }
  }

  private async act(): Promise<void> {
    const { name, response, questions, client, ledger, random, givesUp = 0 } = this.options;
    this.sequence += 1;
    const text = `${name} ${this.sequence}`;
    const input: SaveInput = {
      response,
      idempotencyKey: randomUUID(),
      answers: questions.map((question) => ({ question, value: { text }, basedOnRevision: this.revision })),
    };
    const result = await client.save(input, random.happens(givesUp));
    if (result === null) {
      ledger.abandoned.add(input.idempotencyKey);
      this.unsure.add(text);
      return;
    }
    const { outcome, attempts } = result;
    if (outcome.errors.length > 0) throw new Error(`refused: ${JSON.stringify(outcome.errors)}`);
    ledger.entries.push({ key: input.idempotencyKey, editor: name, input, saved: outcome.saved, attempts });
    this.goOn(outcome);
  }

  /** Nobody else writes these questions: a conflict can only come of an act that was given up, or of a loss. */
  private goOn({ saved, conflicts }: SaveOutcome): void {
    const { ledger, name, questions } = this.options;
    const expected = this.revision + 1;
    if (conflicts.length === 0) {
      if (saved.length !== questions.length || saved.some(({ revision }) => revision !== expected))
        ledger.contradictions.push(`${name}: ${JSON.stringify(saved)} saved where all were expected at ${expected}`);
      this.revision = expected;
      return;
    }
    const [first] = conflicts;
    const same = conflicts.every(
      ({ revision, theirs }) => revision === first?.revision && theirs?.canonical === first.theirs?.canonical,
    );
    if (saved.length > 0 || conflicts.length !== questions.length || !same)
      ledger.contradictions.push(`${name}: half an act: saved ${JSON.stringify(saved)}, ${JSON.stringify(conflicts)}`);
    const standing = first?.theirs?.canonical ?? '';
    if (!this.unsure.has(standing))
      ledger.contradictions.push(
        `${name}: revision ${this.revision} was acknowledged, and ${first?.revision ?? 0} stands with "${standing}"`,
      );
    this.revision = first?.revision ?? 0;
  }
}
