import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { signal, startProcess, tailOf, until, type WatchedProcess } from '../harness/watched-process.js';

const PROGRAM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const START_MS = 60_000;
const GOODBYE_MS = 5000;

/** Chromium in a process of its own that may be killed, with a profile that outlives it: as somebody's browser. */
export class ChromiumProcess {
  private running: { readonly process: WatchedProcess; readonly browser: Browser } | null = null;

  constructor(
    private readonly folder: string,
    /** As `MAP localhost:3000 127.0.0.1:4000`: which way requests take. */
    private readonly hostRules: string,
  ) {}

  isRunning(): boolean {
    return this.running !== null && !this.running.process.hasEnded();
  }

  /** @returns the profile's own context @throws with the end of the log */
  async start(): Promise<BrowserContext> {
    const profile = join(this.folder, 'profile');
    const log = join(this.folder, 'chromium.log');
    const ports = join(profile, 'DevToolsActivePort');
    mkdirSync(profile, { recursive: true });
    // What a browser that was killed has left behind.
    for (const file of [ports, join(profile, 'SingletonLock')]) rmSync(file, { force: true });
    const process = await startProcess({
      program: PROGRAM,
      args: [
        '--headless',
        // Chromium's own sandbox needs rights that root in a container has not.
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--lang=de',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        `--host-resolver-rules=${this.hostRules}`,
        'about:blank',
      ],
      env: { HOME: this.folder },
      log,
    });
    const isListening = (): boolean => {
      if (process.hasEnded()) throw new Error(`Chromium does not start:\n${tailOf(log)}`);
      return existsSync(ports) && readFileSync(ports, 'utf8').includes('\n');
    };
    await until('Chromium listens', isListening, START_MS);
    const [port = '', path = ''] = readFileSync(ports, 'utf8').split('\n');
    const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
    this.running = { process, browser };
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('Chromium has no profile');
    return context;
  }

  /** As by a power failure: nothing is written any more. */
  async kill(): Promise<void> {
    if (this.running === null) return;
    const { process, browser } = this.running;
    this.running = null;
    signal(process.pid, 'SIGKILL');
    await process.ended;
    await browser.close().catch(() => undefined); // it has closed already
  }

  async stop(): Promise<void> {
    if (this.running === null) return;
    const { process, browser } = this.running;
    const session = await browser.newBrowserCDPSession().catch(() => null);
    await session?.send('Browser.close').catch(() => undefined); // it may close before it answers
    await Promise.race([process.ended, sleep(GOODBYE_MS)]);
    await this.kill();
  }
}
