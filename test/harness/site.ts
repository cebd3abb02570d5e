import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { describe } from '@jest/globals';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startTestApi, type Role, type TestApi, type TestApiOptions } from './api.js';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Specs that need Debian's Chromium: CI installs it, a machine without it counts them as skipped. */
export const describeInBrowser = existsSync(CHROMIUM) ? describe : describe.skip;

export interface Visit {
  readonly language?: 'de' | 'en';
  readonly theme?: 'light' | 'dark';
  /** Width in CSS pixels; default 1280. */
  readonly width?: number;
}

/** A browser of somebody who has signed in: cookies, storage and pages of their own. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What no page of ours may do: errors on the console, scripts that break, requests to other hosts. */
  readonly problems: readonly string[];
  /** Signs in beside the pages, as in another tab. */
  readonly signIn: (role: Role, claims?: Parameters<TestApi['token']>[1]) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Site {
  readonly api: TestApi;
  /** `http://localhost:PORT`, the origin of the pages. */
  readonly url: string;
  readonly browser: Browser;
  /** A fresh browser profile, signed in by the development issuer; with role null nobody is signed in. */
  readonly visit: (role: Role | null, claims?: Parameters<TestApi['token']>[1], visit?: Visit) => Promise<Visitor>;
  readonly stop: () => Promise<void>;
}

/** The service with its web app, and a browser to look at it. */
export async function startSite(options: Omit<TestApiOptions, 'port'> = {}): Promise<Site> {
  const port = await freePort();
  const api = await startTestApi({ ...options, port });
  const url = `http://localhost:${port}`;
  // Chromium's own sandbox needs rights that root in a container has not.
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  return {
    api,
    url,
    browser,
    visit: async (role, claims = {}, { language = 'de', theme = 'light', width = 1280 } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        locale: language === 'de' ? 'de-DE' : 'en-GB',
        colorScheme: theme,
        timezoneId: 'Europe/Berlin',
        reducedMotion: 'reduce',
      });
      const signIn: Visitor['signIn'] = async (as, claimed = {}) => {
        const token = await api.token(as, claimed);
        const answer = await context.request.post(`${url}/auth/development`, {
          data: { token },
          headers: { origin: url },
          maxRedirects: 0,
        });
        if (answer.status() !== 303) throw new Error(`signing in answered ${answer.status()}: ${await answer.text()}`);
      };
      if (role !== null) await signIn(role, claims);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
      page.on('request', (request) => {
        const { origin } = new URL(request.url());
        if (origin !== url && !['blob:', 'data:'].includes(new URL(request.url()).protocol))
          problems.push(`request to ${request.url()}`);
      });
      return { context, page, problems, signIn, close: () => context.close() };
    },
    stop: async () => {
      await browser.close();
      await api.stop();
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
