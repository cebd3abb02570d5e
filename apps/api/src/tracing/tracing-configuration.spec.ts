import { ConfigurationError } from '../configuration-error.js';
import { tracingConfiguration } from './tracing-configuration.js';

describe('configuration of traces', () => {
  it.each<[string, NodeJS.ProcessEnv, object | null]>([
    ['nothing where no receiver is named', {}, null],
    ['nothing where it is set to nothing', { OTEL_EXPORTER_OTLP_ENDPOINT: '' }, null],
    [
      'the receiver for everything',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' },
      { url: 'http://collector:4318/v1/traces', serviceName: 'reflexbogen', delayMs: 5000 },
    ],
    [
      'the receiver for traces before it',
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.example/in',
        OTEL_SERVICE_NAME: 'bogen',
        OTEL_BSP_SCHEDULE_DELAY: '100',
      },
      { url: 'https://traces.example/in', serviceName: 'bogen', delayMs: 100 },
    ],
  ])('is %s', (_case, env, expected) => {
    expect(tracingConfiguration(env)).toEqual(expected);
  });

  it.each<[string, NodeJS.ProcessEnv, string]>([
    ['no address', { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }, 'OTEL_EXPORTER_OTLP_ENDPOINT is not usable'],
    ['another protocol', { OTEL_EXPORTER_OTLP_ENDPOINT: 'ftp://collector' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
    ['a password', { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://a:b@c/' }, 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'],
    [
      'a delay that is none',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector', OTEL_BSP_SCHEDULE_DELAY: 'soon' },
      'OTEL_BSP_SCHEDULE_DELAY is "soon"',
    ],
    [
      'gRPC',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4317', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
      'OTEL_EXPORTER_OTLP_PROTOCOL is "grpc"',
    ],
  ])('is refused with %s', (_case, env, message) => {
    expect(() => tracingConfiguration(env)).toThrow(ConfigurationError);
    expect(() => tracingConfiguration(env)).toThrow(message);
  });
});
