import type { LoggerService } from '@nestjs/common';
import { summaryOf } from './error-summary.js';
import { saidIn } from './known-messages.js';
import { log } from './log.js';
import type { Failure } from './log-events.js';
import { ownFrames } from './own-frames.js';

type ComponentEvent = 'component.warning' | 'component.error' | 'component.fatal';

/**
 * Nest's loggers, behind the gate: of a message is written who says it, what it says where that is known, and what an error in
 * it is reduced to. Debugging and informational messages are not written at all.
 */
export class GatedLogger implements LoggerService {
  log(): void {}
  debug(): void {}
  verbose(): void {}

  warn(message: unknown, ...rest: readonly unknown[]): void {
    write('component.warning', message, rest);
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    write('component.error', message, rest);
  }

  fatal(message: unknown, ...rest: readonly unknown[]): void {
    write('component.fatal', message, rest);
  }
}

function write(event: ComponentEvent, message: unknown, rest: readonly unknown[]): void {
  const context = rest.at(-1);
  log(event, {
    context: typeof context === 'string' ? context : undefined,
    ...failureIn([message, ...rest]),
    ...saidIn(message),
  });
}

/** An error among the arguments of a logger, or the places of a stack that came as text. */
export function failureIn(values: readonly unknown[]): Failure {
  const error = values.find((value) => value instanceof Error);
  if (error !== undefined) return summaryOf(error);
  const frames = values.map((value) => (typeof value === 'string' ? ownFrames(value) : []));
  return { frames: frames.find(({ length }) => length > 0) };
}
