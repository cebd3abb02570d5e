/** Queues of the database; the migration has made them. A kind of job chooses one, so that mails do not wait for clean-ups. */
export type JobQueue = 'mail' | 'task';

/** Jobs that were given up wait here for an operator. */
export const DEAD_QUEUE = 'dead';

/** How jobs are taken and repeated. All times in seconds unless the name says otherwise. */
export interface JobSettings {
  /** A job belongs to whoever took it for so long; who ends without a word loses it then. */
  readonly leaseSeconds: number;
  /** How often lost jobs are looked for. */
  readonly expirySeconds: number;
  /** Pause before the first repetition; it doubles with each one, and up to as much is added at random. */
  readonly retryDelaySeconds: number;
  /** Repetitions before a job is given up. */
  readonly retryLimit: number;
  /** How often an idle replica asks for jobs, in milliseconds. */
  readonly pollMs: number;
  /** Jobs of one queue at once on this replica. */
  readonly concurrency: number;
  /** How long stopping waits for jobs in progress, in milliseconds; then they are told to give up. */
  readonly stopMs: number;
}

/** 12 repetitions of half a minute doubled each time reach over more than a day. */
export const JOB_SETTINGS: JobSettings = {
  leaseSeconds: 120,
  expirySeconds: 30,
  retryDelaySeconds: 30,
  retryLimit: 12,
  pollMs: 2_000,
  concurrency: 4,
  stopMs: 8_000,
};

/** Injection token of the settings. */
export const JOB_SETTINGS_TOKEN = Symbol('job settings');
