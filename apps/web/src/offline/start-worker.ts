const WORKER = '/service-worker.js';

/** The part of Trusted Types that is needed here; browsers without them take the address as it is. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

/** The only policy that a page of ours may have (`trusted-types` in its headers), made once: whatever it is asked, it gives one address. */
const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'reflexbogen-worker',
  { createScriptURL: () => WORKER },
);

/**
 * Starts the worker that opens the app without a line. In development the pages come from Vite, which a worker would stand
 * in the way of.
 */
export function startWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker
    .register(policy?.createScriptURL(WORKER) ?? WORKER, { updateViaCache: 'none' })
    .catch(() => undefined); // a private window, a full disk, no line: then pages open with a line only
}
