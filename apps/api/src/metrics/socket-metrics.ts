import { getOperationAST, OperationTypeNode, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import type { Counter } from 'prom-client';
import { outcomeOfErrors } from './operation-metrics.plugin.js';
import { rootFields } from './root-fields.js';
import type { ServiceMetrics } from './service-metrics.js';

/** Why a socket was not opened: too many of an address, an account or altogether, or nobody who may sign in. */
export type SocketRefusal = 'address' | 'account' | 'replica' | 'credentials';

/** What is open at the moment of a scrape. */
export interface OpenSockets {
  readonly sockets: () => number;
  readonly subscriptions: () => number;
}

/** Counts sockets, and subscriptions as the operations they are. */
export class SocketMetrics {
  private readonly refusals: Counter<'reason'>;
  private readonly events: Counter<'root'>;

  constructor(
    private readonly metrics: ServiceMetrics,
    open: OpenSockets,
  ) {
    metrics.gauge('websocket_connections', 'Sockets that are open.', [], (gauge) => gauge.set(open.sockets()));
    metrics.gauge('graphql_subscriptions', 'Subscriptions that run, over all sockets.', [], (gauge) =>
      gauge.set(open.subscriptions()),
    );
    this.refusals = metrics.counter('websocket_refusals_total', 'Sockets that were refused.', ['reason']);
    this.events = metrics.counter('graphql_subscription_events_total', 'Events that subscriptions were sent.', [
      'root',
    ]);
  }

  refused(reason: SocketRefusal): void {
    this.refusals.inc({ reason });
  }

  /** A subscription that was refused before it was run, or ended by a failure. */
  notRun(errors: readonly GraphQLFormattedError[]): void {
    this.count('none', outcomeOfErrors(errors));
  }

  /** A subscription that has begun, or an answer of it with errors. */
  answered(
    document: DocumentNode,
    operationName: string | null | undefined,
    errors: readonly GraphQLFormattedError[],
  ): void {
    const operation = getOperationAST(document, operationName);
    if (!operation) return;
    for (const { name } of rootFields(document, operation)) this.count(name, outcomeOfErrors(errors));
  }

  event(document: DocumentNode, operationName: string | null | undefined): void {
    const operation = getOperationAST(document, operationName);
    if (operation) for (const { name } of rootFields(document, operation)) this.events.inc({ root: name });
  }

  private count(root: string, outcome: ReturnType<typeof outcomeOfErrors>): void {
    this.metrics.operations.inc({ operation: OperationTypeNode.SUBSCRIPTION, root, outcome });
  }
}
