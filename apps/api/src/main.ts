import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedServerError, UnsuitableServerError } from '@reflexbogen/persistence';
import { ConfigurationError, readConfiguration } from './configuration.js';
import { firstFigure } from './first-figure.js';
import { summaryOf } from './logging/error-summary.js';
import { log, logFormat, setLogFormat } from './logging/log.js';
import { guardProcess } from './logging/process-gate.js';
import { startService } from './service.js';

const STOP_MS = 15_000;

async function main(): Promise<void> {
  const started = Date.now();
  guardProcess();
  setLogFormat(logFormat(process.env, process.stderr.isTTY));
  const configuration = readConfiguration(process.env);
  const service = await startService(configuration);
  const port = new URL(service.address).port;
  const origin = `http://${configuration.host === '0.0.0.0' || configuration.host === '127.0.0.1' ? 'localhost' : configuration.host}:${port}`;
  const lines = [
    `Reflexbogen is ready after ${((Date.now() - started) / 1000).toFixed(1)} s`,
    `  GraphQL  ${origin}/graphql`,
    `  Web app  ${origin}/`,
    `  Health   ${origin}/health/ready`,
    `  Data     ${configuration.databaseUrl === null ? configuration.dataDir : 'the database of DATABASE_URL'}`,
    ...(await firstFigure(service.app)),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  log('service.ready', { milliseconds: Date.now() - started, port: Number(port) });

  let stopping = false;
  const stop = (signal: 'SIGINT' | 'SIGTERM') => {
    if (stopping) return;
    stopping = true;
    process.stdout.write(`${signal}: stopping\n`);
    log('service.stopping', { signal });
    service.drain();
    const drainMs = configuration.drainSeconds * 1000;
    setTimeout(() => process.exit(1), drainMs + STOP_MS).unref();
    const drained = drainMs === 0 ? Promise.resolve() : sleep(drainMs);
    drained.then(service.stop).then(
      () => process.exit(0),
      (error: unknown) => {
        log('service.stop-failed', summaryOf(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
}

main().catch((error: unknown) => {
  // Written for operators, before any request: they say what to do.
  if (
    error instanceof ConfigurationError ||
    error instanceof EmbeddedServerError ||
    error instanceof UnsuitableServerError
  )
    process.stderr.write(`Reflexbogen does not start: ${error.message}\n`);
  else log('service.start-failed', summaryOf(error));
  process.exit(1);
});
