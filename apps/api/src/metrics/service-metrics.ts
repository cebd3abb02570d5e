import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { logCounts } from '../logging/log.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How an operation ended for one of its first fields. */
export type Outcome =
  /** As asked. */
  | 'ok'
  /** A mutation said no in its payload: a rule of the domain. */
  | 'declined'
  /** The caller's fault: malformed, not signed in, not allowed, too much. */
  | 'refused'
  /** Ours. */
  | 'failed';

interface ResolverWork {
  calls: number;
  failures: number;
  seconds: number;
}

/** Of the process, whatever number of applications it holds. */
let processRegistry: Registry | undefined;

function processMetrics(): Registry {
  if (processRegistry === undefined) {
    processRegistry = new Registry();
    collectDefaultMetrics({ register: processRegistry });
  }
  return processRegistry;
}

/**
 * What the service counts about itself. Labels are of closed sets: patterns of routes, fields of the schema, codes; never what
 * a caller sent (docs/operating.md#metrics).
 */
@Injectable()
export class ServiceMetrics {
  readonly registry = new Registry();
  readonly http = this.histogram('http_request_duration_seconds', 'Requests by route.', ['method', 'route', 'status']);
  readonly httpInFlight = this.gauge('http_requests_in_flight', 'Requests that are being answered.');
  readonly operations = this.counter('graphql_operations_total', 'First fields of operations by outcome.', [
    'operation',
    'root',
    'outcome',
  ]);
  readonly operationSeconds = this.histogram('graphql_operation_duration_seconds', 'Operations by their first field.', [
    'operation',
    'root',
  ]);
  readonly statements = this.histogram('sql_statement_duration_seconds', 'Statements sent over the pool.', ['kind']);
  readonly statementFailures = this.counter('sql_statement_failures_total', 'Statements that failed.', ['kind']);
  readonly heavyReads = this.counter(
    'database_heavy_reads_total',
    'Long reads by where they went: the standby, or why not.',
    ['where'],
  );
  readonly spansNotSent = this.counter('tracing_spans_not_sent_total', 'Spans that the collector did not take.');
  private readonly resolvers = new Map<string, ResolverWork>();

  constructor() {
    this.counter('resolver_calls_total', 'Calls of resolvers that work asynchronously.', ['field'], (counter) => {
      for (const [field, { calls }] of this.resolvers) counter.inc({ field }, calls);
    });
    this.counter('resolver_failures_total', 'Calls of these that failed or refused.', ['field'], (counter) => {
      for (const [field, { failures }] of this.resolvers) counter.inc({ field }, failures);
    });
    this.counter('resolver_seconds_total', 'Seconds that these calls took, waiting included.', ['field'], (counter) => {
      for (const [field, { seconds }] of this.resolvers) counter.inc({ field }, seconds);
    });
    this.counter('log_entries_total', 'Entries of the log by event.', ['event'], (counter) => {
      for (const [event, count] of logCounts()) counter.inc({ event }, count);
    });
    processMetrics();
  }

  /** Counts of one resolver, kept outside of the registry: sheets call resolvers a thousand times. */
  resolver(field: string): ResolverWork {
    const known = this.resolvers.get(field) ?? { calls: 0, failures: 0, seconds: 0 };
    this.resolvers.set(field, known);
    return known;
  }

  /** Everything in Prometheus' text format. */
  text(): Promise<string> {
    return Registry.merge([processMetrics(), this.registry]).metrics();
  }

  histogram<Label extends string>(name: string, help: string, labelNames: Label[]): Histogram<Label> {
    return new Histogram({ ...this.options(name, help), labelNames, buckets: SECONDS });
  }

  /** @param collect sets the counter anew at each scrape */
  counter<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[] = [],
    collect?: (counter: Counter<Label>) => void | Promise<void>,
  ): Counter<Label> {
    const counter: Counter<Label> = new Counter({
      ...this.options(name, help),
      labelNames,
      ...(collect === undefined
        ? {}
        : {
            collect: () => {
              counter.reset();
              return collect(counter);
            },
          }),
    });
    return counter;
  }

  /** @param collect sets the gauge anew at each scrape */
  gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[] = [],
    collect?: (gauge: Gauge<Label>) => void | Promise<void>,
  ): Gauge<Label> {
    const gauge: Gauge<Label> = new Gauge({
      ...this.options(name, help),
      labelNames,
      ...(collect === undefined ? {} : { collect: () => collect(gauge) }),
    });
    return gauge;
  }

  private options(name: string, help: string) {
    return { name: `reflexbogen_${name}`, help, registers: [this.registry] };
  }
}
