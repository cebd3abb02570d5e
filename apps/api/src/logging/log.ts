import { pino, type DestinationStream } from 'pino';
import { ConfigurationError } from '../configuration.js';
import { ALLOWS } from './field-kinds.js';
import { LOG_EVENTS, type EventDefinition, type EventName, type FieldsOf } from './log-events.js';
import { textLine } from './text-line.js';

export type LogFormat = 'json' | 'text';

/** Takes one line, with its newline. */
export type LogSink = (line: string) => void;

const counts = new Map<EventName, number>();

/** How many entries of each event there were since the start of the process. */
export const logCounts = (): ReadonlyMap<EventName, number> => counts;

let format: LogFormat = 'json';
let sink: LogSink | null = null;
let standardError: DestinationStream | undefined;

/** Standard error, at once: an entry must be out before the process ends. */
const toStandardError: LogSink = (line) => {
  standardError ??= pino.destination({ dest: 2, sync: true });
  standardError.write(line);
};

const writer = pino(
  {
    level: 'info',
    // No process id and no name of the machine: whoever collects logs knows them.
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
    messageKey: 'text',
  },
  { write: (line: string) => (sink ?? toStandardError)(format === 'text' ? textLine(line) : line) },
);

/**
 * Reads LOG_FORMAT: lines of JSON for programs, of text for people at a terminal.
 * @throws ConfigurationError where it is neither `json` nor `text`
 */
export function logFormat(env: NodeJS.ProcessEnv, isTerminal: boolean): LogFormat {
  const text = env['LOG_FORMAT'];
  if (!text) return isTerminal ? 'text' : 'json';
  if (text === 'json' || text === 'text') return text;
  throw new ConfigurationError(`LOG_FORMAT is "${text}"; expected json or text.`);
}

/** Text begins at warnings: what goes well is told to people by the start-up notice. */
export function setLogFormat(wanted: LogFormat): void {
  format = wanted;
  writer.level = wanted === 'text' ? 'warn' : 'info';
}

/** Sends entries elsewhere. @returns what undoes it */
export function redirectLog(elsewhere: LogSink): () => void {
  const before = sink;
  sink = elsewhere;
  return () => (sink = before);
}

/**
 * Writes one entry: its event, and of the fields those that the table allows, by name and by value. What it does not allow is
 * left out and counted in `withheld`. Never throws.
 */
export function log<Event extends EventName>(event: Event, fields: FieldsOf<Event>): void {
  const definition: EventDefinition = LOG_EVENTS[event];
  counts.set(event, (counts.get(event) ?? 0) + 1);
  const entry: Record<string, unknown> = { event };
  let withheld = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const kind = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
    if (kind !== undefined && ALLOWS[kind](value)) entry[name] = value;
    else withheld += 1;
  }
  if (withheld > 0) entry['withheld'] = withheld;
  writer[definition.level](entry, definition.text);
}
