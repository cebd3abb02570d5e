import type { FastifyInstance, FastifyReply } from 'fastify';

/** Prebuilt GraphiQL, each part as text (docs/adr/0022). */
type Parts = typeof import('@graphql-yoga/render-graphiql/graphiql');

/** Scripts from here alone. Styles may be inline, since the editor writes them as it goes. */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-cache',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphiQL · Reflexbogen</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/graphiql/style.css">
</head>
<body class="no-focus-outline">
<noscript>GraphiQL is a program in JavaScript. What it shows stands at <a href="/docs">/docs</a> too.</noscript>
<div id="root"></div>
<script src="/graphiql/graphiql.js"></script>
<script src="/graphiql/start.js"></script>
</body>
</html>
`;

const FIRST_QUERY = `# Who signs in at / is signed in here too. Or, under Headers:
# { "Authorization": "Bearer …" }
# from: npx reflexbogen token --role ANALYST
# Who may ask for what: /docs

query Compare {
  comparison(
    study: "integration-2021"
    from: "2017"
    to: "2018"
    questions: ["change.acceptance"]
  ) {
    deltas {
      sentence(locale: "de")
      tally {
        increased
        comparable
        excluded
      }
    }
  }
}
`;

const WORKERS: Readonly<Record<string, string>> = {
  editorWorkerService: '/graphiql/editor.worker.js',
  json: '/graphiql/json.worker.js',
  graphql: '/graphiql/graphql.worker.js',
};

const START = `self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => (${JSON.stringify(WORKERS)})[label] };
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), ${JSON.stringify({
  title: 'GraphiQL',
  endpoint: '/graphql',
  method: 'POST',
  credentials: 'same-origin',
  subscriptionsProtocol: 'WS',
  defaultQuery: FIRST_QUERY,
  shouldPersistHeaders: false,
  schemaDescription: true,
  inputValueDeprecation: true,
})});
`;

const NOT_INSTALLED = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>GraphiQL</title>
<h1>GraphiQL</h1>
<p>It is a development dependency, and those are not installed here. The schema stands at <a href="/docs">/docs</a>.</p>
</html>
`;

/**
 * Serves GraphiQL to browsers at GET /graphql, in development. Its files are read with the first request, since they are large and
 * most starts do without.
 */
export function serveGraphiql(server: FastifyInstance): void {
  let parts: Promise<Parts | null> | undefined;
  const load = (): Promise<Parts | null> => (parts ??= loadParts());

  // Before the endpoint's own route: a browser that opens the address asks for a page and brings no document.
  server.addHook('onRequest', async (request, reply) => {
    const isVisit =
      request.routeOptions.url === '/graphql' &&
      request.method === 'GET' &&
      !request.url.includes('?') &&
      (request.headers.accept ?? '').includes('text/html');
    if (!isVisit) return;
    await reply.headers(PAGE_HEADERS).send((await load()) === null ? NOT_INSTALLED : PAGE);
  });

  const files: Readonly<Record<string, (loaded: Parts) => string>> = {
    'style.css': ({ css }) => `html,body,#root{height:100%;margin:0}\n${css}`,
    'graphiql.js': ({ js }) => js,
    'start.js': () => START,
    'editor.worker.js': ({ editorWorkerService }) => editorWorkerService,
    'json.worker.js': ({ jsonWorker }) => jsonWorker,
    'graphql.worker.js': ({ graphqlWorker }) => graphqlWorker,
  };
  for (const [name, contentOf] of Object.entries(files))
    server.get(`/graphiql/${name}`, async (_request, reply: FastifyReply) => {
      const loaded = await load();
      if (loaded === null) return reply.code(404).send();
      return reply
        .headers({
          'Content-Type': `text/${name.endsWith('.css') ? 'css' : 'javascript'}; charset=utf-8`,
          'Cache-Control': 'no-cache',
          'X-Content-Type-Options': 'nosniff',
        })
        .send(contentOf(loaded));
    });
}

/** Null where it is not installed. */
async function loadParts(): Promise<Parts | null> {
  try {
    return await import('@graphql-yoga/render-graphiql/graphiql');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}
