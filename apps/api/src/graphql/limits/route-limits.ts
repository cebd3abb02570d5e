/** What a request to a route is held to before anybody looks at what it asks. */
export interface RouteLimit {
  /** Whose budget each request takes a point of: its address's, or the smaller one of an address for those who have not signed in. */
  readonly of: 'address' | 'anonymous' | 'nobody';
  /** Whether it waits for the budget. What is sent out of memory does not: it is there while the database is not. */
  readonly waits: boolean;
  /** How long it may take: as an operation, or as bytes on their way, which have longer as long as they move. */
  readonly time: 'OPERATION' | 'TRANSFER';
  /** Why it takes from no budget. */
  readonly because?: string;
}

const ASKS: RouteLimit = { of: 'address', waits: true, time: 'OPERATION' };
const SIGNS_IN: RouteLimit = { of: 'anonymous', waits: true, time: 'OPERATION' };
const PAGE: RouteLimit = { of: 'address', waits: false, time: 'OPERATION' };
const FILE: RouteLimit = { of: 'address', waits: true, time: 'TRANSFER' };
const probe = (because: string): RouteLimit => ({ of: 'nobody', waits: false, time: 'OPERATION', because });

/**
 * Every route of the service, by its pattern; there is no route without a line here (deny by default, as with the rules of access).
 * What an answer costs beyond that is charged where it is known: by operation (operation-limits.plugin.ts), by figure, by byte.
 */
export const ROUTE_LIMITS: Readonly<Record<string, RouteLimit>> = {
  // Charged and timed by request-gate.ts, which knows operations.
  '/graphql': ASKS,
  '/exchange/uploads': FILE,
  '/exchange/downloads/:ticket': FILE,
  '/exchange/exports/:id': FILE,
  '/figures/:study/:freeze/:from/:to/:question': ASKS,
  '/auth/sign-in': SIGNS_IN,
  '/auth/callback': SIGNS_IN,
  '/auth/development': SIGNS_IN,
  '/auth/sign-out': SIGNS_IN,
  // The provider's server, for everybody who signs out there: it has no account, and one address.
  '/auth/backchannel-logout': ASKS,
  '/auth/link': SIGNS_IN,
  '/auth/link.js': PAGE,
  '/health/live': probe('A load balancer that is refused takes the replica away; it asks nothing.'),
  '/health/ready': probe('The same; probes share one question in half a second.'),
  '/metrics': PAGE,
  '/': PAGE,
  '/sign-in': PAGE,
  '/account': PAGE,
  '/accessibility': PAGE,
  '/design': PAGE,
  '/design/*': PAGE,
  '/respond': PAGE,
  '/respond/*': PAGE,
  '/analyse': PAGE,
  '/analyse/*': PAGE,
  '/assets/*': PAGE,
  '/docs': PAGE,
  '/docs/style.css': PAGE,
  '/service-worker.js': PAGE,
  '/icon.svg': PAGE,
  '/graphiql/style.css': PAGE,
  '/graphiql/graphiql.js': PAGE,
  '/graphiql/start.js': PAGE,
  '/graphiql/editor.worker.js': PAGE,
  '/graphiql/json.worker.js': PAGE,
  '/graphiql/graphql.worker.js': PAGE,
};

/** @param pattern undefined: there is no such route, which is found out without the database. @throws for a route without limits */
export function routeLimit(pattern: string | undefined): RouteLimit {
  if (pattern === undefined) return PAGE;
  const limit = Object.hasOwn(ROUTE_LIMITS, pattern) ? ROUTE_LIMITS[pattern] : undefined;
  if (limit === undefined) throw new Error(`route ${pattern} has no limits (route-limits.ts)`);
  return limit;
}
