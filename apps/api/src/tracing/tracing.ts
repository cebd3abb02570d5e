import { AsyncLocalStorage } from 'node:async_hooks';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { StatementObserver } from '@reflexbogen/persistence';
import { summaryOf } from '../logging/error-summary.js';
import { log } from '../logging/log.js';
import type { ServiceMetrics } from '../metrics/service-metrics.js';
import { kindOf, tableOf } from '../metrics/statement-text.js';
import { VERSION } from '../version.js';
import { allowed, nameOf, type SpanAttributes } from './span-attributes.js';
import type { TracingConfiguration } from './tracing-configuration.js';

const KINDS = {
  request: SpanKind.SERVER,
  operation: SpanKind.INTERNAL,
  field: SpanKind.INTERNAL,
  job: SpanKind.CONSUMER,
  statement: SpanKind.CLIENT,
} as const;

const EXPORT_MS = 5_000;
const STOP_MS = 3_000;
/** Between two entries about a collector that takes nothing. */
const COMPLAINT_MS = 60_000;
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** A piece of work that is being traced. */
export class Traced {
  constructor(
    readonly kind: keyof typeof KINDS,
    readonly context: Context,
    private readonly span: Span,
    private attributes: SpanAttributes,
  ) {}

  /** Says more about it. */
  describe(more: SpanAttributes): void {
    this.attributes = { ...this.attributes, ...more };
    const kept = allowed(this.attributes);
    this.span.updateName(nameOf(this.kind, kept)).setAttributes(kept);
  }

  /** @param failed whether it was ours that it failed; why is in the log */
  end(failed: boolean): void {
    if (failed) this.span.setStatus({ code: SpanStatusCode.ERROR });
    this.span.end();
  }
}

/**
 * Traces of OpenTelemetry, from the request through the operation to its statements. Spans are begun here and nowhere else:
 * instrumentation out of packages would write statements, paths and headers into them.
 */
@Injectable()
export class Tracing implements OnApplicationShutdown {
  private readonly current = new AsyncLocalStorage<Traced>();
  private readonly provider: BasicTracerProvider;
  private readonly tracer: Tracer;
  private complainedAt = -Infinity;

  constructor(
    { url, serviceName, delayMs }: TracingConfiguration,
    private readonly metrics: ServiceMetrics,
  ) {
    const exporter = this.complaining(new OTLPTraceExporter({ url, timeoutMillis: EXPORT_MS }));
    const processor = new BatchSpanProcessor(exporter, { scheduledDelayMillis: delayMs });
    this.provider = new BasicTracerProvider({
      resource: resourceFromAttributes({ 'service.name': serviceName, 'service.version': VERSION }),
      spanProcessors: [processor],
    });
    this.tracer = this.provider.getTracer('reflexbogen', VERSION);
  }

  /** What is being traced where this is called; undefined outside of everything. */
  get active(): Traced | undefined {
    return this.current.getStore();
  }

  /** @param parent without it what is being traced here */
  begin(kind: keyof typeof KINDS, attributes: SpanAttributes, parent?: Context): Traced {
    const from = parent ?? this.active?.context ?? ROOT_CONTEXT;
    const kept = allowed(attributes);
    const span = this.tracer.startSpan(nameOf(kind, kept), { kind: KINDS[kind], attributes: kept }, from);
    return new Traced(kind, trace.setSpan(from, span), span, attributes);
  }

  /** Whatever is begun within, now or later, is part of it. */
  within<T>(traced: Traced, work: () => T): T {
    return this.current.run(traced, work);
  }

  /** What looks again and again whether something has happened: traces of that are noise. */
  untraced<T>(work: () => T): T {
    return this.current.exit(work);
  }

  /** Statements that are part of something traced; the queue's polling is not. */
  readonly statements: StatementObserver = (text) => {
    if (this.active === undefined) return () => undefined;
    const traced = this.begin('statement', {
      'db.system.name': 'postgresql',
      'db.operation.name': kindOf(text),
      'db.collection.name': tableOf(text) ?? undefined,
    });
    return (failed) => traced.end(failed);
  };

  async onApplicationShutdown(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, STOP_MS)));
    // A collector that cannot be reached does not keep the service from stopping.
    await Promise.race([this.provider.shutdown().catch((error: unknown) => this.complain(error)), late]);
    clearTimeout(timer);
  }

  private complaining(exporter: SpanExporter): SpanExporter {
    return {
      export: (spans, done) =>
        exporter.export(spans, (result) => {
          if (result.error !== undefined) {
            this.metrics.spansNotSent.inc(spans.length);
            this.complain(result.error);
          }
          done(result);
        }),
      shutdown: () => exporter.shutdown(),
      forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    };
  }

  /** The collector's own words stay out: they may repeat what was sent. */
  private complain(error: unknown): void {
    if (performance.now() - this.complainedAt < COMPLAINT_MS) return;
    this.complainedAt = performance.now();
    log('tracing.not-sent', summaryOf(error));
  }
}

/** The trace that a request is part of, by its `traceparent`; further headers of tracing hold free text and are not read. */
export function contextOf(traceparent: unknown): Context {
  const [, traceId, spanId, flags] = (typeof traceparent === 'string' && TRACEPARENT.exec(traceparent)) || [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT;
  const isSampled = (Number.parseInt(flags, 16) & TraceFlags.SAMPLED) !== 0;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
    isRemote: true,
  });
}
