import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { asService, MailRepository, type NewMail } from '@reflexbogen/persistence';
import type { EntityManager } from 'typeorm';
import { storedMailData } from './messages/message-data.js';

/** Sends links that sign in. */
@Injectable()
export class SignInMails {
  constructor(private readonly mails: MailRepository) {}

  /** @param secret stays with the mail until it is sent or given up, at most until it expires */
  async enqueue(personId: string, secret: string, expiresAt: Date, manager: EntityManager): Promise<void> {
    const mail: NewMail = {
      studyId: null,
      municipalityId: null,
      roundId: null,
      personId,
      kind: 'SIGN_IN_LINK',
      // Every request is a mail of its own.
      dedupeKey: `SIGN_IN_LINK:${randomUUID()}`,
      data: storedMailData({ kind: 'SIGN_IN_LINK', expiresAt }),
      secret,
    };
    // Nobody is signed in yet, and the mail is of no study.
    await asService(() => this.mails.enqueue(mail, manager));
  }
}
