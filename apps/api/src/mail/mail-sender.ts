import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { MAIL_JOB, MailRepository, type Letter } from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';
import { JobHandlers, JobPayloadError, JobRetryError, noPayload, type JobContext } from '../jobs/job-handlers.js';
import { errorCode, placeOf } from '../jobs/error-code.js';
import {
  MAIL_ADDRESS,
  MAIL_CONFIGURATION,
  type MailConfiguration,
  type SmtpConfiguration,
} from './mail-configuration.js';
import { MailDataError, parseMailData } from './messages/message-data.js';
import { mailLocale, type Message } from './messages/message.js';
import { oneLine } from './messages/plain-text.js';
import { renderMessage } from './messages/render-message.js';
import { sendBySmtp } from './smtp-transport.js';

/** Attempts of one mail before it is given up. With the pauses between jobs they reach over more than a day. */
export const MOST_ATTEMPTS = 12;
const STRANDED_SECONDS = 3_600;

/**
 * Sends mails, at least once each: between the server's word that it has one and our storing it lies an instant at which
 * a process may end. The repetition carries the same Message-ID, by which receivers know it (docs/adr/0018).
 */
@Injectable()
export class MailSender implements OnModuleInit {
  private readonly logger = new Logger(MailSender.name);

  constructor(
    private readonly mails: MailRepository,
    private readonly handlers: JobHandlers,
    private readonly dataSource: DataSource,
    @Inject(MAIL_CONFIGURATION) private readonly configuration: MailConfiguration,
  ) {}

  onModuleInit(): void {
    this.register();
  }

  /** Without a server no mail is taken: all stay queued, and operators are told. */
  register(): void {
    const { smtp } = this.configuration;
    if (smtp === null) {
      this.logger.warn('SMTP_URL is not set: mails are queued and stay so until it is');
      return;
    }
    this.handlers.register({
      name: MAIL_JOB,
      queue: 'mail',
      parse: mailIdOf,
      run: (id, context) => this.send(id, smtp, context),
    });
    this.handlers.register({
      name: 'wake-stranded-mails',
      queue: 'task',
      everySeconds: STRANDED_SECONDS,
      parse: noPayload,
      run: () => this.wakeStranded(),
    });
  }

  private async wakeStranded(): Promise<void> {
    const woken = await this.dataSource.transaction((manager) => this.mails.wakeStranded(manager));
    if (woken > 0) this.logger.warn(`${woken} queued mails had no job and got one again`);
  }

  private async send(id: string, smtp: SmtpConfiguration, { signal }: JobContext): Promise<void> {
    const { from } = this.configuration;
    const letter = await this.mails.beginAttempt(id, `<${id}@${from.address.split('@').at(-1) ?? ''}>`);
    if (letter === null) return; // sent, cancelled or given up in the meantime
    const obstacle = obstacleOf(letter, new Date());
    if (obstacle !== null) {
      if (obstacle.end === 'DEAD') await this.mails.bury(id, obstacle.code);
      else await this.mails.cancel(id, obstacle.code);
      return;
    }
    const message = await this.messageOf(letter);
    if (message === null) return;
    const outcome = await sendBySmtp(
      { smtp, from },
      {
        messageId: letter.messageId,
        to: { name: oneLine(letter.person.name ?? '', 100), address: letter.person.email ?? '' },
        message,
      },
      signal,
    );
    if (outcome.kind === 'SENT') return this.mails.markSent(id);
    if (outcome.kind === 'REFUSED' || letter.attempts >= MOST_ATTEMPTS) {
      this.logger.warn(`mail ${id} is given up after attempt ${letter.attempts}: ${outcome.code}`);
      return this.mails.bury(id, outcome.code);
    }
    await this.mails.noteFailure(id, outcome.code);
    throw new JobRetryError(outcome.code);
  }

  /** @returns null where the mail is given up, as no attempt could ever write it */
  private async messageOf(letter: Letter): Promise<Message | null> {
    try {
      return renderMessage(
        {
          data: parseMailData(letter.kind, letter.data),
          recipientName: letter.person.name,
          study: letter.study,
          round: letter.round,
          municipality: letter.municipality,
          secret: letter.secret,
          publicUrl: this.configuration.publicUrl,
        },
        mailLocale(letter.person.locale, letter.study?.defaultLocale ?? null),
      );
    } catch (error) {
      this.logger.error(
        error instanceof MailDataError
          ? `mail ${letter.id} cannot be written: ${error.message}`
          : `mail ${letter.id} cannot be written: ${errorCode(error)}${placeOf(error)}`,
      );
      await this.mails.bury(letter.id, 'INVALID_DATA');
      return null;
    }
  }
}

/** Why a mail is not sent at all; null where nothing is in the way. Exported for its spec. */
export function obstacleOf(
  letter: Letter,
  now: Date,
): { readonly end: 'DEAD' | 'CANCELLED'; readonly code: string } | null {
  // Earlier attempts may have ended with their process, so that nobody buried it.
  if (letter.attempts > MOST_ATTEMPTS) return { end: 'DEAD', code: letter.lastError ?? 'TOO_MANY_ATTEMPTS' };
  if (letter.person.email === null) return { end: 'CANCELLED', code: 'NO_ADDRESS' };
  if (!MAIL_ADDRESS.test(letter.person.email)) return { end: 'DEAD', code: 'INVALID_ADDRESS' };
  if (letter.kind !== 'SIGN_IN_LINK') return null;
  const expiresAt = letter.data['expiresAt'];
  // A link that does not work any more helps nobody.
  return typeof expiresAt === 'string' && new Date(expiresAt) <= now ? { end: 'CANCELLED', code: 'EXPIRED' } : null;
}

function mailIdOf(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'mail' in payload && typeof payload.mail === 'string')
    return payload.mail;
  throw new JobPayloadError('expected the id of a mail');
}
