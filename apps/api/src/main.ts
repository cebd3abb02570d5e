import { EmbeddedServerError, UnsuitableServerError } from '@reflexbogen/persistence';
import { ConfigurationError, readConfiguration } from './configuration.js';
import { firstFigure } from './first-figure.js';
import { startService } from './service.js';

const STOP_MS = 15_000;

async function main(): Promise<void> {
  const started = Date.now();
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

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    process.stdout.write(`${signal}: stopping\n`);
    setTimeout(() => process.exit(1), STOP_MS).unref();
    service.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`stopping failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
}

main().catch((error: unknown) => {
  // Written for operators: they say what to do. Anything else needs its stack.
  const isOurs =
    error instanceof ConfigurationError ||
    error instanceof EmbeddedServerError ||
    error instanceof UnsuitableServerError;
  process.stderr.write(
    `Reflexbogen does not start: ${error instanceof Error ? (isOurs ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
  );
  process.exit(1);
});
