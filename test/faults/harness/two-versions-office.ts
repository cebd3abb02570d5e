import { randomUUID } from 'node:crypto';
import { CompareDocument } from '@reflexbogen/client';
import { keptLine, send } from './graphql.js';
import { MY_SHEET, RETURN, SAVE, SUBMIT, type Problem, type SaveOutcome } from './operations.js';
import { questionCode, ROUND, STUDY, type Survey } from './survey.js';

const VERIFY = `query Verify($response: ID!, $receipt: String!) {
  verifyReceipt(response: $response, receipt: $receipt) { valid submission { number } }
}`;
/** Figures of the study that every service brings. */
const REFERENCE = { study: 'integration-2021', from: '2017', to: '2018', locale: 'en' };

/** What came of it, over all turns. */
export interface OfficeTally {
  turns: number;
  verified: number;
  /** Where the two versions said different things of the same. */
  readonly disagreements: string[];
}

interface Handled {
  readonly response: { readonly status: string; readonly receipt?: string } | null;
  readonly errors: readonly Problem[];
}

/**
 * One sheet that goes its whole way over and over, each step at the other version than the step before; and both are asked the same.
 * Any refusal throws.
 */
export class TwoVersionsOffice {
  readonly tally: OfficeTally = { turns: 0, verified: 0, disagreements: [] };
  private readonly line = keptLine(60_000);
  private revision = 0;
  private step = 0;

  private constructor(
    private readonly ports: readonly number[],
    private readonly respondent: string,
    private readonly reviewer: string,
    private readonly analyst: string,
    private readonly response: string,
  ) {}

  static async open(survey: Survey, ports: readonly number[], municipality: string): Promise<TwoVersionsOffice> {
    const respondent = await survey.respondent(municipality, 'Signatory');
    const reviewer = await survey.reviewer('Reviewer');
    const analyst = await survey.analyst(REFERENCE.study);
    return new TwoVersionsOffice(ports, respondent, reviewer, analyst, await survey.sheetOf(respondent));
  }

  /** Filled, handed in, verified, given back. */
  async turn(): Promise<void> {
    const answers = [
      { question: questionCode(1), value: { text: `turn ${this.tally.turns}` }, basedOnRevision: this.revision },
    ];
    const { saveAnswers } = await this.ask<{ saveAnswers: SaveOutcome }>(this.respondent, SAVE, {
      input: { response: this.response, idempotencyKey: randomUUID(), answers },
    });
    refuse('saveAnswers', saveAnswers.errors);
    this.revision = saveAnswers.saved[0]?.revision ?? -1;
    const { submitResponse } = await this.ask<{ submitResponse: Handled }>(this.respondent, SUBMIT, {
      input: { response: this.response, ...(this.tally.turns === 0 ? {} : { reason: 'Corrected' }) },
    });
    refuse('submitResponse', submitResponse.errors);
    const receipt = submitResponse.response?.receipt ?? '';
    for (const answer of await this.askBoth<{ verifyReceipt: { valid: boolean } }>(this.respondent, VERIFY, {
      response: this.response,
      receipt,
    }))
      if (answer.verifyReceipt.valid) this.tally.verified += 1;
    await this.agree('the sheet', this.respondent, MY_SHEET, { study: STUDY, round: ROUND });
    await this.agree('the comparison', this.analyst, CompareDocument.toString(), REFERENCE);
    const { returnResponse } = await this.ask<{ returnResponse: Handled }>(this.reviewer, RETURN, {
      input: { response: this.response, reason: 'Please look again' },
    });
    refuse('returnResponse', returnResponse.errors);
    this.tally.turns += 1;
  }

  private async agree(what: string, token: string, document: string, variables: object): Promise<void> {
    const [one, other] = (await this.askBoth<object>(token, document, variables)).map((data) => JSON.stringify(data));
    if (one !== other) this.tally.disagreements.push(`${what} in turn ${this.tally.turns}: ${one} and ${other}`);
  }

  private askBoth<Data>(token: string, document: string, variables: object): Promise<readonly Data[]> {
    return Promise.all(this.ports.map((port) => send<Data>(this.line, port, token, document, variables)));
  }

  private ask<Data>(token: string, document: string, variables: object): Promise<Data> {
    const port = this.ports[this.step++ % this.ports.length] ?? 0;
    return send<Data>(this.line, port, token, document, variables);
  }
}

function refuse(act: string, errors: readonly Problem[]): void {
  if (errors.length > 0) throw new Error(`${act} was refused: ${JSON.stringify(errors)}`);
}
