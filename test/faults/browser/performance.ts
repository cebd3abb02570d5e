import { setTimeout as sleep } from 'node:timers/promises';
import { kindOf, type KindName } from './fault-kinds.js';
import type { Script, Step } from './script.js';
import type { Stage } from './stage.js';

const PATIENCE_MS = 60_000;
/** Where a request that saves does not come by itself, e.g. since there is no line: the fault strikes all the same. */
const NO_REQUEST_MS = 2000;
/** How long a button may take to be pressed or gone. */
const GONE_MS = 2000;

/** What a question must say in the end. */
interface Expected {
  /** What was typed and kept; null = nothing yet. */
  sure: string | null;
  /** What was on the page alone when the page was lost: it may be there, or the beginning of it. */
  maybe: string | null;
}

/** Plays scripts of faults on a stage, and remembers what was typed. */
export class Performance {
  /** What was typed and is gone, and what stands there without having been typed. */
  readonly wrong: string[] = [];
  readonly happened = new Map<KindName, number>();
  typed = 0;
  private readonly expected = new Map<string, Expected>();
  private readonly decided = new Map<string, 'MINE' | 'THEIRS'>();
  private inForce: readonly KindName[] = [];

  /** @param patienceMs how long something that was typed may take to come back */
  constructor(
    private readonly stage: Stage,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  async play(script: Script): Promise<void> {
    for (const step of script) await this.playStep(step);
    await this.settle();
    await this.compare();
  }

  private async playStep({ kinds, moment, lastsMs }: Step): Promise<void> {
    const { stage } = this;
    const { question, text } = stage.nextQuestion();
    const strike = () => this.strike(kinds, question);
    const { losses } = stage.browser;
    if (moment === 'BEFORE_TYPING') {
      await strike();
      if (stage.browser.page === null) await this.heal();
    }
    if (moment === 'WHILE_TYPING') {
      await this.type(question, text.slice(0, text.length / 2));
      await strike();
    }
    if (stage.browser.page !== null) {
      const passing = stage.line.nextSave();
      await this.type(question, text);
      if (moment === 'WHILE_SENDING') await Promise.race([passing, sleep(NO_REQUEST_MS)]);
      if (moment === 'KEPT') await this.kept(question);
      if (moment === 'AFTER_SAVED') await this.saved(question);
      if (moment !== 'BEFORE_TYPING' && moment !== 'WHILE_TYPING') await strike();
    }
    // Whoever still has a page goes on working, whatever has happened.
    if (stage.browser.page !== null && moment !== 'AT_ONCE') {
      const next = stage.nextQuestion();
      await this.type(next.question, next.text);
      await this.kept(next.question);
    }
    await sleep(lastsMs);
    await this.heal();
    if (stage.browser.losses === losses) for (const one of this.expected.keys()) this.makeSure(one);
    await this.expectBack();
    if (this.expected.get(question)?.sure !== text) await this.type(question, text);
    await this.kept(question);
  }

  private async strike(kinds: readonly KindName[], question: string): Promise<void> {
    for (const kind of kinds)
      if (await kindOf(kind).strike(this.stage, question)) {
        this.inForce = [...this.inForce, kind];
        this.happened.set(kind, (this.happened.get(kind) ?? 0) + 1);
      }
  }

  /** Everything is as it was; the page that is still there stays, with what only it knows. */
  private async heal(): Promise<void> {
    const { stage } = this;
    const healed = this.inForce;
    this.inForce = [];
    // Signing in again needs line and service: those first.
    const isLast = (kind: KindName) => Number(kindOf(kind).signsIn === true);
    for (const kind of [...healed].sort((a, b) => isLast(a) - isLast(b))) {
      if (isLast(kind) === 1) stage.line.become('OPEN');
      await kindOf(kind).heal(stage);
    }
    stage.line.become('OPEN');
    await stage.reopen();
    await this.resume();
  }

  /** Whoever has signed in again says so where the page asks for it. */
  private async resume(): Promise<void> {
    const again = this.stage.browser.page?.getByRole('button', { name: 'Noch einmal versuchen' }).first();
    // A page that is looked at again goes on by itself; then the button is gone before it is pressed.
    if (await again?.isVisible()) await again?.click({ timeout: GONE_MS }).catch(() => undefined);
  }

  private async type(question: string, text: string): Promise<void> {
    this.typed += 1;
    const before = this.expected.get(question) ?? { sure: null, maybe: null };
    this.expected.set(question, { sure: before.sure, maybe: text });
    const field = this.stage.field(question);
    await field.focus();
    await field.fill(text);
  }

  /** Waits until the browser has kept what was typed, where it can. */
  private async kept(question: string): Promise<void> {
    if (this.stage.isStoreSpoilt) return;
    await this.shows('.respond-lines[data-unkept="0"]', `${question} is not kept`);
    this.makeSure(question);
  }

  private makeSure(question: string): void {
    const { sure, maybe } = this.expected.get(question) ?? { sure: null, maybe: null };
    this.expected.set(question, { sure: maybe ?? sure, maybe: null });
  }

  private async saved(question: string): Promise<void> {
    await this.shows(`#question-${question} [data-state="SAVED"]`, `${question} is not saved`);
    this.makeSure(question);
  }

  /** Waits for what the page must show. One that finds out only now that nobody is signed in asks for it, as it asks a person. */
  private async shows(selector: string, otherwise: string): Promise<void> {
    const { page } = this.stage.browser;
    const began = Date.now();
    while (page !== null && !(await page.locator(selector).first().isVisible())) {
      if (Date.now() - began > this.patienceMs) throw new Error(otherwise);
      await this.resume();
      await sleep(50);
    }
  }

  private fits(question: string, value: string): boolean {
    const { sure, maybe } = this.expected.get(question) ?? { sure: null, maybe: null };
    if (value === (sure ?? '') || (maybe !== null && value !== '' && maybe.startsWith(value))) return true;
    return value === this.stage.theirs.get(question);
  }

  /** The page shows again whatever was typed, saved or not. */
  private async expectBack(): Promise<void> {
    const { page } = this.stage.browser;
    if (page === null) throw new Error('the page has not been opened again');
    const began = Date.now();
    for (;;) {
      const asked = Date.now();
      const values = await page.locator('.respond-question').evaluateAll((questions) =>
        questions.map((element) => ({
          question: element.id.replace('question-', ''),
          value: element.querySelector<HTMLTextAreaElement>('.respond-answer textarea')?.value ?? '',
        })),
      );
      const lost = values.filter(({ question, value }) => !this.fits(question, value));
      if (values.length > 0 && lost.length === 0) return;
      if (asked - began > this.patienceMs) {
        for (const { question, value } of lost)
          this.wrong.push(
            `${question}: the page shows "${value}" after ${JSON.stringify(this.expected.get(question))} was typed`,
          );
        return;
      }
      await sleep(50);
    }
  }

  /** Decides what is to be decided, and waits until everything is shown as saved. */
  private async settle(): Promise<void> {
    const { page } = this.stage.browser;
    if (page === null) throw new Error('the page has not been opened again');
    const began = Date.now();
    while ((await page.locator('.respond-saved').count()) === 0) {
      if (Date.now() - began > this.patienceMs) {
        this.wrong.push(`not all is saved in the end: ${await page.locator('.respond-lines').innerText()}`);
        return;
      }
      const conflict = page.locator('.respond-question:has([data-state="CONFLICT"])').first();
      await this.resume();
      if ((await conflict.count()) > 0) await this.decide((await conflict.getAttribute('id')) ?? '');
      await sleep(50);
    }
  }

  private async decide(id: string): Promise<void> {
    const { page } = this.stage.browser;
    const decision = this.stage.random.pick(['MINE', 'THEIRS'] as const);
    this.decided.set(id.replace('question-', ''), decision);
    await page
      ?.locator(`#${id}`)
      .getByRole('button', { name: /^Entscheiden/ })
      .click();
    await page
      ?.getByRole('button', { name: decision === 'MINE' ? 'Meine speichern' : 'Die andere übernehmen' })
      .click();
  }

  /** What the service has in the end is what was typed, or what a colleague has saved and nobody has overwritten unseen. */
  private async compare(): Promise<void> {
    const { stage } = this;
    await stage.witness.settled();
    const { answers } = await stage.sheet();
    for (const [question, { sure, maybe }] of this.expected) {
      const value = answers.get(question)?.value ?? null;
      const theirs = stage.theirs.get(question);
      const decision = this.decided.get(question);
      if (theirs === undefined || decision === 'MINE') {
        if (value !== (maybe ?? sure))
          this.wrong.push(`${question}: "${value}" at the service, typed "${maybe ?? sure}"`);
      } else if (decision === 'THEIRS') {
        if (value !== theirs) this.wrong.push(`${question}: "${value}" at the service, decided "${theirs}"`);
      } else if (value !== theirs && value !== sure) this.wrong.push(`${question}: "${value}" was typed by nobody`);
      else if (value === theirs && sure !== null && !(await stage.witness.wasSaved(question, sure)))
        this.wrong.push(`${question}: "${sure}" was never saved and nobody has decided against it`);
      else if (value === sure && !(await stage.witness.wasSaved(question, theirs)))
        this.wrong.push(`${question}: "${theirs}" of the colleague is nowhere`);
    }
  }
}
