import { createDataSource, MailRepository } from '@reflexbogen/persistence';
import { JobHandlers } from '../../apps/api/src/jobs/job-handlers.js';
import { JobSender } from '../../apps/api/src/jobs/job-sender.js';
import type { JobSettings } from '../../apps/api/src/jobs/job-settings.js';
import { JobsService } from '../../apps/api/src/jobs/jobs.service.js';
import type { MailConfiguration } from '../../apps/api/src/mail/mail-configuration.js';
import { MailSender } from '../../apps/api/src/mail/mail-sender.js';

/** Leases and pauses short enough for a test; everything else is the service's own. */
export const QUICK_JOBS: JobSettings = {
  leaseSeconds: 2,
  expirySeconds: 1,
  retryDelaySeconds: 1,
  retryLimit: 12,
  pollMs: 50,
  concurrency: 4,
  stopMs: 1_000,
};

export const mailTo = (port: number): MailConfiguration => ({
  smtp: { host: '127.0.0.1', port, tls: 'OFF', user: null, password: null },
  from: { name: 'Institut für Proben', address: 'bogen@institut.example' },
  publicUrl: 'https://bogen.institut.example',
});

/** What sends mails, without the rest of the service. */
export interface MailWorker {
  readonly mails: MailRepository;
  readonly handlers: JobHandlers;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export function createMailWorker(
  dataSource: ReturnType<typeof createDataSource>,
  configuration: MailConfiguration,
  settings: JobSettings = QUICK_JOBS,
): MailWorker {
  const handlers = new JobHandlers();
  const sender = new JobSender(dataSource, handlers, settings);
  const mails = new MailRepository(dataSource, sender);
  new MailSender(mails, handlers, dataSource, configuration).register();
  const jobs = new JobsService(dataSource, handlers, sender, settings);
  return { mails, handlers, start: () => jobs.start(), stop: () => jobs.stop() };
}
