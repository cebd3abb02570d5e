import { Injectable } from '@nestjs/common';
import { MailAudienceRepository, type SheetContact } from '@reflexbogen/persistence';
import type { EntityManager } from 'typeorm';
import { mailKeys } from './mail-keys.js';
import type { MailData } from './messages/message-data.js';
import { dueReminder, reminderDays } from './reminder-days.js';

/** Mails that go to many at once and can be looked at before. */
export type RoundMailKind = 'INVITATION' | 'REMINDER';

/** What is to be sent to a round. */
export type RoundMail =
  | { readonly kind: 'INVITATION' }
  /**
   * `daysBefore`: days before the end of each municipality's window at which it is reminded, once each; who is due for none
   * gets nothing. Null: everybody now, at most once a day.
   */
  | { readonly kind: 'REMINDER'; readonly daysBefore: readonly number[] | null };

/** Somebody who gets a mail of a round. */
export interface MailRecipient {
  readonly contact: SheetContact;
  readonly data: MailData;
  readonly dedupeKey: string;
}

/** Whom a mail of a round goes to: the one place that knows, for sending as well as for previews. */
@Injectable()
export class MailAudience {
  constructor(private readonly contacts: MailAudienceRepository) {}

  /**
   * Everybody to be invited, or everybody to be reminded, in panel order. Persons without an address are among the
   * invited, so that a preview shows them; nothing can be sent to them.
   * @param now instant at which it would be sent
   * @param manager of a transaction: whoever holds a connection must not wait for another
   */
  async recipients(
    roundId: string,
    mail: RoundMail,
    now: Date,
    manager?: EntityManager,
  ): Promise<readonly MailRecipient[]> {
    const contacts = await this.contacts.contacts(roundId, manager);
    return contacts.flatMap((contact): readonly MailRecipient[] => {
      const { personId, municipalityId, isExtended, closesAt } = contact;
      const own = isExtended ? closesAt : null;
      if (mail.kind === 'INVITATION')
        return [
          {
            contact,
            data: { kind: mail.kind, closesAt: own },
            dedupeKey: mailKeys.invitation(roundId, municipalityId, personId),
          },
        ];
      if (closesAt === null || closesAt <= now || !isUnfinished(contact)) return [];
      const days = mail.daysBefore === null ? reminderDays(closesAt, now) : dueReminder(closesAt, mail.daysBefore, now);
      if (days === null) return [];
      return [
        {
          contact,
          data: { kind: mail.kind, closesAt: own, unanswered: null },
          dedupeKey: mailKeys.reminder(roundId, municipalityId, personId, days),
        },
      ];
    });
  }
}

/** A sheet that waits for the municipality. */
const isUnfinished = ({ status }: SheetContact): boolean => status !== 'SUBMITTED' && status !== 'ACCEPTED';
