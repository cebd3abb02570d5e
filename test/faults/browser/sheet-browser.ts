import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { ChromiumProcess } from './chromium-process.js';
import type { PageLine } from './page-line.js';
import { watchClaims, type Claim } from './witness.js';

/** Against endless waiting, not a measure of speed. */
const PATIENCE_MS = 60_000;
/** How long a page that was crashed may take to say so; then it is left behind. */
const CRASH_MS = 3000;
/** How long a reload waits for a line. */
const RELOAD_MS = 8000;

export interface SheetBrowserOptions {
  readonly folder: string;
  readonly servicePort: number;
  readonly line: PageLine;
  /** Address of the sheet within the service. */
  readonly path: string;
}

/** Somebody's browser with a sheet open in it. */
export class SheetBrowser {
  private readonly chromium: ChromiumProcess;
  private context: BrowserContext | null = null;
  private shown: Page | null = null;
  private second: Page | null = null;
  private isOffline = false;
  /** How often the sheet's page was lost with everything that only it knew. */
  losses = 0;
  /** Hears what its pages show. */
  onClaim: (claim: Claim) => void = () => undefined;

  constructor(private readonly options: SheetBrowserOptions) {
    const { folder, servicePort, line } = options;
    // Pages keep their origin, and their requests go along the line.
    this.chromium = new ChromiumProcess(folder, `MAP localhost:${servicePort} 127.0.0.1:${line.port}`);
  }

  get origin(): string {
    return `http://localhost:${this.options.servicePort}`;
  }

  /** The page of the sheet; null while there is none. */
  get page(): Page | null {
    return this.shown;
  }

  get isRunning(): boolean {
    return this.context !== null;
  }

  private get profile(): BrowserContext {
    if (this.context === null) throw new Error('the browser does not run');
    return this.context;
  }

  /** Starts the browser if it does not run. */
  async start(): Promise<void> {
    if (this.chromium.isRunning()) return;
    this.context = await this.chromium.start();
    this.context.setDefaultTimeout(PATIENCE_MS);
    await this.context.exposeBinding('witness', (_source, claim: Claim) => this.onClaim(claim));
    await this.context.addInitScript(watchClaims);
  }

  /** Signs in beside the pages, as in another window. */
  async signIn(token: string): Promise<void> {
    const answer = await this.profile.request.post(`${this.origin}/auth/development`, {
      data: { token },
      headers: { origin: this.origin },
      maxRedirects: 0,
    });
    if (answer.status() !== 303) throw new Error(`signing in answered ${answer.status()}`);
  }

  async forgetSession(): Promise<void> {
    await this.profile.clearCookies();
  }

  /** Opens the sheet if it is not open. */
  async open(): Promise<void> {
    if (this.shown !== null) return;
    this.shown = await this.newSheet();
  }

  async openSecondTab(): Promise<Page> {
    this.second ??= await this.newSheet();
    return this.second;
  }

  async closeSecondTab(): Promise<void> {
    await this.second?.close();
    this.second = null;
  }

  private async newSheet(): Promise<Page> {
    const page = await this.profile.newPage();
    await page.goto(`${this.origin}${this.options.path}`);
    await page.locator('.respond-question').first().waitFor();
    return page;
  }

  async setOffline(isOffline: boolean): Promise<void> {
    if (this.isOffline === isOffline) return;
    this.isOffline = isOffline;
    await this.context?.setOffline(isOffline);
  }

  async debug(): Promise<CDPSession | null> {
    return this.shown === null ? null : this.profile.newCDPSession(this.shown);
  }

  /** The tab is closed without asking. */
  async closeTab(): Promise<void> {
    const page = this.shown;
    this.lose();
    await page?.close({ runBeforeUnload: false });
  }

  /** The tab is loaded anew; where it cannot be, it is gone. */
  async reloadTab(): Promise<void> {
    const page = this.shown;
    this.lose();
    try {
      await page?.reload({ timeout: RELOAD_MS });
      await page?.locator('.respond-question').first().waitFor({ timeout: RELOAD_MS });
      this.shown = page;
    } catch {
      await page?.close({ runBeforeUnload: false }); // without a line there is no page
    }
  }

  /** The tab's process ends at once. */
  async crashTab(): Promise<void> {
    const page = this.shown;
    if (page === null) return;
    const debug = await this.debug();
    const crashed = new Promise((resolve) => page.once('crash', resolve));
    debug?.send('Page.crash').catch(() => undefined); // nobody is left to answer
    await Promise.race([crashed, sleep(CRASH_MS)]);
    this.lose();
    await Promise.race([page.close().catch(() => undefined), sleep(CRASH_MS)]);
  }

  /** The whole browser is gone at once. */
  async kill(): Promise<void> {
    this.lose();
    this.second = null;
    this.context = null;
    this.isOffline = false;
    await this.chromium.kill();
  }

  /** The pages are closed, nobody is signed in; the browser stays for the next one. */
  async clear(): Promise<void> {
    if (!this.chromium.isRunning()) return;
    await this.setOffline(false);
    await this.closeSecondTab();
    if (this.shown !== null) await this.closeTab();
    await this.forgetSession();
    this.losses = 0;
  }

  async stop(): Promise<void> {
    this.shown = null;
    await this.chromium.stop();
  }

  private lose(): void {
    if (this.shown !== null) this.losses += 1;
    this.shown = null;
  }
}
