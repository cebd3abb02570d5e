import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Where the bundle of the web app lies after the build. */
export const WEB_APP = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

/** Addresses that the app shows by itself: what it does not know among them, it says. */
const PAGES = [
  '/',
  '/sign-in',
  '/account',
  '/accessibility',
  '/design',
  '/design/*',
  '/respond',
  '/respond/*',
  '/analyse',
  '/analyse/*',
];

/** Nothing inline, nothing from elsewhere, nothing that makes script of text, but for the worker's own address. */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // One policy, which the app makes as it starts: it gives one address, that of the worker (docs/adr/0029).
    'trusted-types reflexbogen-worker',
  ].join('; '),
  'Cache-Control': 'no-cache',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** What opens the app without a line: asked for anew each time, so that nobody stays with an old one. */
const WORKER_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/javascript; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
};

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Reflexbogen</title>
<h1>Reflexbogen</h1>
<p>The web app is not built here: run <code>npm run build</code>. The service itself is at <a href="/graphql">/graphql</a>.</p>
</html>
`;

/**
 * Serves the web app: its page for the addresses above, its files under /assets for ever, since a file's name changes with its
 * content.
 * @param folder of the bundle; where there is none, the page says how it is made
 */
export async function serveWebApp(server: FastifyInstance, folder = WEB_APP): Promise<void> {
  const index = join(folder, 'index.html');
  const page = existsSync(index) ? readFileSync(index, 'utf8') : NOT_BUILT;
  const send = (reply: FastifyReply) => reply.headers(PAGE_HEADERS).send(page);
  for (const url of PAGES) server.get(url, (_request, reply) => send(reply));
  if (!existsSync(index)) return;
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    decorateReply: false,
    setHeaders: (response) => void response.setHeader('X-Content-Type-Options', 'nosniff'),
  });
  serveReference(server, join(folder, 'docs'));
  const worker = readFileSync(join(folder, 'service-worker.js'));
  server.get('/service-worker.js', (_request, reply) => reply.headers(WORKER_HEADERS).send(worker));
  const icon = readFileSync(join(folder, 'icon.svg'));
  server.get('/icon.svg', (_request, reply) =>
    reply
      .headers({ 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' })
      .header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(icon),
  );
}

/** The reference of the schema, as the build has written it. */
function serveReference(server: FastifyInstance, folder: string): void {
  if (!existsSync(folder)) return;
  const reference = readFileSync(join(folder, 'index.html'), 'utf8');
  const style = readFileSync(join(folder, 'style.css'), 'utf8');
  server.get('/docs', (_request, reply) => reply.headers(PAGE_HEADERS).send(reference));
  server.get('/docs/style.css', (_request, reply) =>
    reply.headers({ 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }).send(style),
  );
}
