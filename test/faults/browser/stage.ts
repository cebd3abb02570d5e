import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Deployment } from '../harness/deployment.js';
import { keptLine, send } from '../harness/graphql.js';
import { SAVE } from '../harness/operations.js';
import { sql } from '../harness/postgres.js';
import type { Random } from '../harness/random.js';
import { readSheet } from '../harness/sheet-state.js';
import { questionCode, QUESTIONS, type Survey } from '../harness/survey.js';
import type { PageLine } from './page-line.js';
import type { SheetBrowser } from './sheet-browser.js';
import { Witness } from './witness.js';

/** Address of the sheet. */
export const PATH = '/respond/faults/2018?section=all&lang=de';

export interface StageOptions {
  readonly deployment: Deployment;
  readonly survey: Survey;
  readonly line: PageLine;
  readonly browser: SheetBrowser;
  readonly municipality: string;
  /** Of somebody else, who signs in at the same browser. */
  readonly otherMunicipality: string;
  readonly random: Random;
}

/** One sheet, its service, the line and the browser: everything that a script of faults can spoil. */
export class Stage {
  /** What a colleague has saved by another way, by question. */
  readonly theirs = new Map<string, string>();
  /** Kinds of faults that are in force and take something away from the page's store. */
  isStoreSpoilt = false;
  private number = 0;

  private constructor(
    private readonly options: StageOptions,
    readonly line: PageLine,
    readonly browser: SheetBrowser,
    readonly witness: Witness,
    private readonly response: string,
    private readonly tokens: { readonly own: string; readonly colleague: string; readonly stranger: string },
  ) {}

  static async create(options: StageOptions): Promise<Stage> {
    const { deployment, survey, municipality, otherMunicipality, line, browser } = options;
    const tokens = {
      own: await survey.respondent(municipality, 'Erika'),
      colleague: await survey.respondent(municipality, 'Kollege'),
      stranger: await survey.respondent(otherMunicipality, 'Fremde'),
    };
    const response = await survey.sheetOf(tokens.own);
    const witness = new Witness(deployment.databaseUrl(), response);
    browser.onClaim = (claim) => witness.hear(claim);
    const stage = new Stage(options, line, browser, witness, response, tokens);
    await stage.reopen();
    return stage;
  }

  get service() {
    return this.options.deployment.replica(0);
  }
  get random(): Random {
    return this.options.random;
  }

  /** A question that nobody has answered yet, and a text that is nowhere else. */
  nextQuestion(): { readonly question: string; readonly text: string } {
    this.number += 1;
    if (this.number > QUESTIONS) throw new Error('the sheet has no more questions');
    return { question: questionCode(this.number), text: `${this.number} ${randomUUID()}` };
  }

  /** Browser, session and page as they were before any fault. */
  async reopen(): Promise<void> {
    await this.browser.start();
    await this.browser.signIn(this.tokens.own);
    await this.browser.open();
  }

  async signInAsStranger(): Promise<void> {
    await this.browser.signIn(this.tokens.stranger);
  }

  /** A browser that was killed signs in when it is opened again. */
  async signInAgain(): Promise<void> {
    if (this.browser.isRunning) await this.browser.signIn(this.tokens.own);
  }

  /** All sessions of browsers end at the service. */
  async expireSessions(): Promise<void> {
    await sql(
      this.options.deployment.databaseUrl(),
      `UPDATE sign_in_session SET expires_at = clock_timestamp() - interval '1 minute' WHERE kind = 'COOKIE'`,
    );
  }

  field(question: string, page: Page | null = this.browser.page) {
    if (page === null) throw new Error('there is no page to type on');
    return page.locator(`#question-${question} .respond-answer textarea`);
  }

  /** A colleague saves another text, having seen what the service has. @returns false where the service is not there */
  async saveAsColleague(question: string, text: string): Promise<boolean> {
    const revision = (await this.sheet()).answers.get(question)?.revision ?? 0;
    const answers = [{ question, value: { text }, basedOnRevision: revision }];
    try {
      const { saveAnswers } = await send<{ saveAnswers: { saved: readonly object[] } }>(
        keptLine(2000),
        this.service.port,
        this.tokens.colleague,
        SAVE,
        { input: { response: this.response, idempotencyKey: randomUUID(), answers } },
      );
      if (saveAnswers.saved.length === 1) this.theirs.set(question, text);
      return saveAnswers.saved.length === 1;
    } catch {
      return false; // the service is not there, or somebody was faster: no fault of this kind this time
    }
  }

  sheet() {
    return readSheet(this.options.deployment.databaseUrl(), this.response);
  }

  /** Leaves line, service and browser to the next script. */
  async end(): Promise<void> {
    this.line.become('OPEN');
    this.line.spoilSaves(null);
    this.service.thaw();
    if (!this.service.isRunning()) await this.service.start();
    await this.browser.clear();
  }
}
