/**
 * Opens the app without a line: its page and the files of the respond workspace, as one version (docs/adr/0029).
 * Nothing of the service's answers passes through here, and nothing of them is kept here.
 */
declare const self: ServiceWorkerGlobalScope;

/** Written in by the build: the files of this version below /assets, and a hash over their names. */
declare const SHELL: { readonly version: string; readonly files: readonly string[] };

const PREFIX = 'reflexbogen-app-';
const CACHE = `${PREFIX}${SHELL.version}`;
const PAGE = '/';
const ICON = '/icon.svg';
/** Addresses that the app shows by itself; everything else under this origin goes its way as if there were no worker. */
const PAGES = /^\/((sign-in|account|accessibility)\/?|(design|respond|analyse)(\/.*)?)?$/;
/** A line on which nothing comes for so long is none. */
const PATIENCE_MS = 8000;
/** A proxy without a service behind it. */
const NOBODY_THERE = 500;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (request.mode === 'navigate' && PAGES.test(pathname)) event.respondWith(page(request, PAGE));
  else if (pathname === ICON) event.respondWith(page(request, ICON));
});

/** All or nothing, and of one version: during an update two may be served side by side. Else the last worker stays. */
async function install(): Promise<void> {
  const answer = await fetch(PAGE, { cache: 'no-store', credentials: 'omit' });
  const text = await answer.clone().text();
  const own = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file);
  if (!answer.ok || own.length === 0 || own.some((file) => file === undefined || !SHELL.files.includes(file)))
    throw new Error('the page is of another version');
  const cache = await caches.open(CACHE);
  await cache.addAll([...SHELL.files, ICON]);
  await cache.put(PAGE, answer);
}

/** No page of the version before is open any more: its files may go. */
async function activate(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
}

/** A file's name changes with its content: what is here is what the service has. */
async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok && answer.status === 200) await cache.put(request, answer.clone()).catch(() => undefined); // a full disk
  return answer;
}

/** From the service, so that nobody sees an old page where there is a line; else as it was installed. */
async function page(request: Request, kept: string): Promise<Response> {
  const installed = async (): Promise<Response | undefined> => (await caches.open(CACHE)).match(kept);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.status >= NOBODY_THERE ? ((await installed()) ?? answer) : answer;
  } catch (error) {
    const last = await installed();
    if (last === undefined) throw error;
    return last;
  }
}
