import type { Stage } from './stage.js';

/** Something that goes wrong. Striking tells whether it could: a page that is gone cannot crash. */
export interface FaultKind {
  readonly strike: (stage: Stage, question: string) => Promise<boolean> | boolean;
  readonly heal: (stage: Stage) => Promise<void> | void;
  /** PAGE: what only the page knows is lost. STORE: nothing can be kept in the browser. Together they lose by nature. */
  readonly takes?: 'PAGE' | 'STORE';
  /** Healing it signs in again, for which line and service must be there. */
  readonly signsIn?: boolean;
}

const nothing = (): void => undefined;
const evaluated = async (stage: Stage, run: () => void): Promise<boolean> => {
  const { page } = stage.browser;
  await page?.evaluate(run);
  return page !== null;
};

const line = (state: 'DOWN' | 'SILENT'): FaultKind => ({
  strike: ({ line: spoilt }) => {
    spoilt.become(state);
    return true;
  },
  heal: ({ line: spoilt }) => spoilt.become('OPEN'),
});

const saves = (fault: 'CUT_REQUEST' | 'CUT_ANSWER' | 'LATE_ANSWER'): FaultKind => ({
  strike: ({ line: spoilt }) => {
    spoilt.spoilSaves(fault);
    return true;
  },
  heal: ({ line: spoilt }) => spoilt.spoilSaves(null),
});

/** The quota that Chromium gives to an origin; undefined = its own. */
const setQuota = async (stage: Stage, quotaSize?: number): Promise<boolean> => {
  const debug = await stage.browser.debug();
  await debug?.send('Storage.overrideQuotaForOrigin', {
    origin: stage.browser.origin,
    ...(quotaSize === undefined ? {} : { quotaSize }),
  });
  await debug?.detach();
  stage.isStoreSpoilt = debug !== null && quotaSize !== undefined;
  return debug !== null;
};

/** Everything that can go wrong between somebody's fingers and the database, by name. */
export const FAULT_KINDS = {
  /** The computer knows that it has no line. */
  OFFLINE: {
    strike: async ({ browser }) => {
      await browser.setOffline(true);
      return true;
    },
    heal: ({ browser }) => browser.setOffline(false),
  },
  LINE_DOWN: line('DOWN'),
  LINE_SILENT: line('SILENT'),
  CUT_REQUEST: saves('CUT_REQUEST'),
  CUT_ANSWER: saves('CUT_ANSWER'),
  LATE_ANSWER: saves('LATE_ANSWER'),
  SERVICE_KILLED: {
    strike: async ({ service }) => {
      if (!service.isRunning()) return false;
      await service.kill();
      return true;
    },
    heal: async ({ service }) => {
      if (!service.isRunning()) await service.start();
    },
  },
  SERVICE_RESTARTED: {
    strike: async ({ service }) => {
      if (!service.isRunning()) return false;
      service.thaw();
      await service.stop();
      return true;
    },
    heal: async ({ service }) => {
      if (!service.isRunning()) await service.start();
    },
  },
  SERVICE_FROZEN: {
    strike: ({ service }) => {
      if (!service.isRunning()) return false;
      service.freeze();
      return true;
    },
    heal: ({ service }) => service.thaw(),
  },
  TAB_CLOSED: {
    takes: 'PAGE',
    strike: async ({ browser }) => {
      if (browser.page === null) return false;
      await browser.closeTab();
      return true;
    },
    heal: nothing,
  },
  TAB_CRASHED: {
    takes: 'PAGE',
    strike: async ({ browser }) => {
      if (browser.page === null) return false;
      await browser.crashTab();
      return true;
    },
    heal: nothing,
  },
  /** kill -9 of the whole browser. */
  BROWSER_KILLED: {
    takes: 'PAGE',
    strike: async ({ browser }) => {
      await browser.kill();
      return true;
    },
    heal: nothing,
  },
  PAGE_RELOADED: {
    takes: 'PAGE',
    strike: async ({ browser }) => {
      if (browser.page === null) return false;
      await browser.reloadTab();
      return true;
    },
    heal: nothing,
  },
  /** The same sheet once more in the same browser, and it works too. */
  TWO_TABS: {
    strike: async (stage, question) => {
      if (stage.browser.page === null || !stage.service.isRunning()) return false;
      const tab = await stage.browser.openSecondTab().catch(() => null);
      if (tab === null) return false;
      // Both tabs know what is being typed; here nobody adds anything to it.
      await stage.field(question, tab).focus();
      return true;
    },
    heal: ({ browser }) => browser.closeSecondTab(),
  },
  /** The cookie is gone. */
  SESSION_GONE: {
    signsIn: true,
    strike: async ({ browser }) => {
      if (browser.page === null) return false;
      await browser.forgetSession();
      return true;
    },
    heal: (stage) => stage.signInAgain(),
  },
  /** The cookie is there and the service does not take it any more. */
  SESSION_EXPIRED: {
    signsIn: true,
    strike: async (stage) => {
      await stage.expireSessions();
      return true;
    },
    heal: (stage) => stage.signInAgain(),
  },
  /** Somebody of another municipality signs in at the same computer. */
  STRANGER_SIGNS_IN: {
    signsIn: true,
    strike: async (stage) => {
      if (stage.browser.page === null) return false;
      return stage.signInAsStranger().then(
        () => true,
        () => false,
      );
    },
    heal: async (stage) => {
      await stage.signInAgain();
      await stage.browser.page?.reload();
      // Only then the next sign-in: it ends the session by which this page loads.
      await stage.browser.page?.locator('.respond-question').first().waitFor();
    },
  },
  /** Chromium's own quota is used up: each write to IndexedDB ends with a QuotaExceededError. */
  STORE_FULL: {
    takes: 'STORE',
    strike: (stage) => setQuota(stage, 1),
    heal: async (stage) => void (await setQuota(stage)),
  },
  /** IndexedDB fails at every transaction, as with a damaged profile. */
  STORE_BROKEN: {
    takes: 'STORE',
    strike: (stage) => {
      stage.isStoreSpoilt = stage.browser.page !== null;
      return evaluated(stage, () => {
        const prototype = IDBDatabase.prototype as { transaction: unknown; intact?: unknown };
        prototype.intact ??= prototype.transaction;
        prototype.transaction = () => {
          throw new DOMException('The profile is damaged.', 'UnknownError');
        };
      });
    },
    heal: async (stage) => {
      stage.isStoreSpoilt = false;
      await evaluated(stage, () => {
        const prototype = IDBDatabase.prototype as { transaction: unknown; intact?: unknown };
        if (prototype.intact !== undefined) prototype.transaction = prototype.intact;
      });
    },
  },
  /** The computer's clock is put back by four hundred days. */
  CLOCK_BACK: {
    strike: (stage) =>
      evaluated(stage, () => {
        const Real = Date;
        const shift = 400 * 86_400_000;
        class Shifted extends Real {
          constructor(...given: [] | [string | number]) {
            super(...((given.length === 0 ? [Real.now() - shift] : given) as [number]));
          }
          static override now = (): number => Real.now() - shift;
        }
        globalThis.Date = Shifted as DateConstructor;
      }),
    heal: nothing,
  },
  /** A colleague saves something else to the same question by another way. */
  COLLEAGUE: {
    strike: (stage, question) => stage.saveAsColleague(question, `Kollege zu ${question}`),
    heal: nothing,
  },
} as const satisfies Readonly<Record<string, FaultKind>>;

/** What no browser may do: in no plan, for the negative control alone. */
const CONTROL_KINDS = {
  STORE_FORGETS: {
    takes: 'PAGE',
    strike: async ({ browser }) => {
      const debug = await browser.debug();
      await debug?.send('Storage.clearDataForOrigin', { origin: browser.origin, storageTypes: 'indexeddb' });
      await browser.closeTab();
      return true;
    },
    heal: nothing,
  },
} as const satisfies Readonly<Record<string, FaultKind>>;

export type PlannedKind = keyof typeof FAULT_KINDS;
export type KindName = PlannedKind | keyof typeof CONTROL_KINDS;
/** The kinds of which plans are made. */
export const KIND_NAMES = Object.keys(FAULT_KINDS) as readonly PlannedKind[];
/** As everybody reads it, without what single kinds leave out. */
export const kindOf = (name: KindName): FaultKind => ({ ...FAULT_KINDS, ...CONTROL_KINDS })[name];
