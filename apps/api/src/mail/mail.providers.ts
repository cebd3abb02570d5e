import type { Provider } from '@nestjs/common';
import { DeadJobRepository, MailAudienceRepository, MailRepository } from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';
import { SIGN_IN_MAILER, type SignInMailer } from '../access/sign-in-link.service.js';
import { DeadJobService } from '../jobs/dead-job.service.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { JobSender } from '../jobs/job-sender.js';
import { JOB_SETTINGS, JOB_SETTINGS_TOKEN, type JobSettings } from '../jobs/job-settings.js';
import { JobsService } from '../jobs/jobs.service.js';
import { MailAudience } from './mail-audience.js';
import { MAIL_CONFIGURATION, type MailConfiguration } from './mail-configuration.js';
import { MailSender } from './mail-sender.js';
import { MailService } from './mail.service.js';
import { SignInMails } from './sign-in-mails.js';

export interface MailResources {
  readonly mail: MailConfiguration;
  readonly jobs?: JobSettings;
  /** Writes the e-mails with sign-in links instead of the service. */
  readonly signInMailer?: SignInMailer;
}

/** What every feature may ask for: mails, and kinds of jobs of its own. */
export const mailResources = ({ mail, jobs = JOB_SETTINGS, signInMailer }: MailResources): readonly Provider[] => [
  { provide: MAIL_CONFIGURATION, useValue: mail },
  { provide: JOB_SETTINGS_TOKEN, useValue: jobs },
  { provide: JobHandlers, useValue: new JobHandlers() },
  {
    provide: JobSender,
    inject: [DataSource, JobHandlers],
    useFactory: (dataSource: DataSource, handlers: JobHandlers) => new JobSender(dataSource, handlers, jobs),
  },
  {
    provide: MailRepository,
    inject: [DataSource, JobSender],
    useFactory: (dataSource: DataSource, sender: JobSender) => new MailRepository(dataSource, sender),
  },
  {
    provide: MailAudienceRepository,
    inject: [DataSource],
    useFactory: (dataSource: DataSource) => new MailAudienceRepository(dataSource),
  },
  {
    provide: DeadJobRepository,
    inject: [DataSource],
    useFactory: (dataSource: DataSource) => new DeadJobRepository(dataSource),
  },
  {
    provide: SIGN_IN_MAILER,
    inject: [MailRepository],
    // Without a server nobody would get the link: whoever asks is told so.
    useFactory: (mails: MailRepository) => signInMailer ?? (mail.smtp === null ? null : new SignInMails(mails)),
  },
];

/** What works with them. */
export const MAIL_SERVICES: readonly Provider[] = [DeadJobService, JobsService, MailAudience, MailSender, MailService];
