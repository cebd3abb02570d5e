import { ConfigurationError } from '../configuration-error.js';

/** Where traces go. */
export interface TracingConfiguration {
  /** Address of an OTLP receiver for traces over HTTP. */
  readonly url: string;
  readonly serviceName: string;
  /** Milliseconds after which spans are sent together. */
  readonly delayMs: number;
}

/**
 * Reads the usual variables of OpenTelemetry; headers and sampling are read by its SDK (OTEL_EXPORTER_OTLP_HEADERS,
 * OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG).
 * @returns null where there is no receiver: nothing is traced
 * @throws ConfigurationError naming the variable and the expectation
 */
export function tracingConfiguration(env: NodeJS.ProcessEnv): TracingConfiguration | null {
  const own = env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'];
  const shared = env['OTEL_EXPORTER_OTLP_ENDPOINT'];
  const text = own || (shared ? `${shared.replace(/\/+$/, '')}/v1/traces` : null);
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '')
    throw new ConfigurationError(
      `${own ? 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT' : 'OTEL_EXPORTER_OTLP_ENDPOINT'} is not usable; expected the http or https address of an OTLP receiver, e.g. http://localhost:4318.`,
    );
  const protocol = env['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL'] || env['OTEL_EXPORTER_OTLP_PROTOCOL'] || 'http/json';
  if (protocol !== 'http/json')
    throw new ConfigurationError(`OTEL_EXPORTER_OTLP_PROTOCOL is "${protocol}"; expected http/json.`);
  const delay = env['OTEL_BSP_SCHEDULE_DELAY'] || '5000';
  if (!/^\d{1,6}$/.test(delay))
    throw new ConfigurationError(`OTEL_BSP_SCHEDULE_DELAY is "${delay}"; expected milliseconds.`);
  return { url: url.href, serviceName: env['OTEL_SERVICE_NAME'] || 'reflexbogen', delayMs: Number(delay) };
}
