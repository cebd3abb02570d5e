import { summaryOf } from './error-summary.js';
import { CONSOLE_METHODS, WARNINGS } from './field-kinds.js';
import { log } from './log.js';
import { failureIn } from './nest-logger.js';

/**
 * Closes the ways past the log that a process has: what packages write to the console, Node's own warnings, and the report
 * of an error that nobody caught. Called once, before anything else, in the service's own process.
 */
export function guardProcess(): void {
  for (const method of CONSOLE_METHODS) {
    Object.assign(console, {
      [method]: (...values: readonly unknown[]) => {
        // An assertion that holds says nothing.
        if (method === 'assert' && Boolean(values[0])) return;
        log('console.output', { method, ...failureIn(values) });
      },
    });
  }
  // Node's own listener prints the warning with its text.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    const { code, frames } = summaryOf(warning);
    log('process.warning', { warning: WARNINGS.find((name) => name === warning.name), code, frames });
  });
  // Rejections that nobody handles arrive here as well.
  process.on('uncaughtException', (error: unknown) => {
    log('process.failed', summaryOf(error));
    process.exit(1);
  });
}
