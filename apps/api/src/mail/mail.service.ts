import { Inject, Injectable } from '@nestjs/common';
import {
  MailRepository,
  RoundRepository,
  StudyRepository,
  type EnqueuedMail,
  type NewMail,
  type StoredRound,
  type StoredStudy,
} from '@reflexbogen/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { mayTouchStudy, type Actor } from '../access/actor.js';
import { badInput } from '../graphql/api-error.js';
import { keyOf } from '../graphql/page.js';
import { MailAudience, type MailRecipient, type RoundMail } from './mail-audience.js';
import { MAIL_CONFIGURATION, type MailConfiguration } from './mail-configuration.js';
import type {
  MailConnection,
  MailPreviewArgs,
  MailPreviewModel,
  MailsArgs,
  PreviewedMailModel,
  RetryMailErrorCode,
  RetryMailInput,
  RetryMailPayload,
} from './mail.model.js';
import { storedMailData, type MailData } from './messages/message-data.js';
import { mailLocale } from './messages/message.js';
import { renderMessage } from './messages/render-message.js';

/** A mail about a sheet, as features ask for it. */
export interface SheetMail {
  readonly studyId: string;
  readonly roundId: string;
  readonly municipalityId: string;
  readonly personId: string;
  readonly data: Exclude<MailData, { kind: 'SIGN_IN_LINK' }>;
  /** One of `mailKeys`. */
  readonly dedupeKey: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Mails, as features and operators ask for them. */
@Injectable()
export class MailService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly mails: MailRepository,
    private readonly audience: MailAudience,
    private readonly studies: StudyRepository,
    private readonly rounds: RoundRepository,
    @Inject(MAIL_CONFIGURATION) private readonly configuration: MailConfiguration,
  ) {}

  /**
   * Asks for mails about sheets, in the transaction of what they tell of.
   * @returns what became of each, in the order given
   * @throws MailDataError for data that no message can be written from
   */
  enqueue(mails: readonly SheetMail[], manager: EntityManager): Promise<readonly EnqueuedMail[]> {
    return this.mails.enqueueAll(
      mails.map(({ data, ...mail }): NewMail => ({
        ...mail,
        kind: data.kind,
        data: storedMailData(data),
        secret: null,
      })),
      manager,
    );
  }

  /**
   * Asks for a mail to everybody of a round whom it is meant for and who has an address. Asked again, it sends nothing again.
   * @param chosen of all recipients, those to write to; default: all
   * @returns how many were queued now; the others were there before
   */
  async enqueueForRound(
    round: { readonly id: string; readonly studyId: string },
    mail: RoundMail,
    now: Date,
    manager: EntityManager,
    chosen: (recipient: MailRecipient) => boolean = () => true,
  ): Promise<number> {
    const recipients = await this.audience.recipients(round.id, mail, now, manager);
    const outcomes = await this.mails.enqueueAll(
      recipients
        .filter((recipient) => recipient.contact.email !== null && chosen(recipient))
        .map(({ contact, data, dedupeKey }) => ({
          studyId: round.studyId,
          roundId: round.id,
          municipalityId: contact.municipalityId,
          personId: contact.personId,
          kind: mail.kind,
          data: storedMailData(data),
          dedupeKey,
          secret: null,
        })),
      manager,
    );
    return outcomes.filter(({ outcome }) => outcome === 'QUEUED').length;
  }

  async list({ study, round, status, first, after }: MailsArgs, actor: Actor | null): Promise<MailConnection | null> {
    const place = await this.placeOf(study, round ?? null, actor);
    if (place === null) return null;
    const last = after === undefined || after === null ? null : keyOf(after);
    if (last !== null && !UUID.test(last)) throw badInput('after: this cursor does not belong to the list.');
    const filter = { studyId: place.study.id, roundId: place.round?.id ?? null, status: status ?? null };
    const [rows, totalCount] = await Promise.all([this.mails.list(filter, first + 1, last), this.mails.count(filter)]);
    const nodes = rows.slice(0, first);
    return {
      edges: nodes.map((node) => ({ cursor: cursorOf(node.id), node })),
      pageInfo: {
        hasNextPage: rows.length > first,
        endCursor: nodes.length === 0 ? null : cursorOf(nodes.at(-1)?.id ?? ''),
      },
      totalCount,
      hasServer: this.configuration.smtp !== null,
    };
  }

  async retry({ mail: id }: RetryMailInput, actor: Actor | null): Promise<RetryMailPayload> {
    const refuse = (code: RetryMailErrorCode, message: string): RetryMailPayload => ({
      mail: null,
      errors: [{ code, message, path: ['input', 'mail'] }],
    });
    const mail = await this.mails.findById(id);
    // A mail of no study is for those who may touch every study.
    if (mail === null || (mail.study === null ? actor?.studies !== null : !mayTouchStudy(actor, mail.study)))
      return refuse('UNKNOWN_MAIL', `There is no mail ${id}.`);
    if (mail.kind === 'SIGN_IN_LINK') return refuse('SECRET_GONE', 'A sign-in link is not kept; ask for a new one.');
    const revived = await this.dataSource.transaction((manager) => this.mails.revive(id, manager));
    if (revived === null) return refuse('NOT_DEAD', `The mail is ${mail.status}; expected DEAD.`);
    return { mail: await this.mails.findById(id), errors: [] };
  }

  /** @param now instant at which it would be sent */
  async preview(
    { study, round, kind, first }: MailPreviewArgs,
    actor: Actor | null,
    now: Date,
  ): Promise<MailPreviewModel | null> {
    const place = await this.placeOf(study, round, actor);
    if (place === null || place.round === null) return null;
    const { study: ofStudy, round: ofRound } = place;
    const mail: RoundMail = kind === 'INVITATION' ? { kind } : { kind, daysBefore: null };
    const recipients = await this.audience.recipients(ofRound.id, mail, now);
    const taken = await this.mails.takenKeys(recipients.map(({ dedupeKey }) => dedupeKey));
    return {
      recipients: recipients.length,
      withoutAddress: recipients.filter(({ contact }) => contact.email === null).length,
      alreadyThere: taken.size,
      mails: recipients
        .slice(0, first)
        .map((recipient) => this.previewOf(recipient, ofStudy, ofRound, taken.has(recipient.dedupeKey))),
    };
  }

  private previewOf(
    { contact, data }: MailRecipient,
    study: StoredStudy,
    round: StoredRound,
    isThereAlready: boolean,
  ): PreviewedMailModel {
    const message = renderMessage(
      {
        data,
        recipientName: contact.name,
        study,
        round,
        municipality: { name: contact.municipalityName },
        secret: null,
        publicUrl: this.configuration.publicUrl,
      },
      mailLocale(contact.locale, study.defaultLocale),
    );
    return {
      municipality: contact.municipalityCode,
      recipientName: contact.name,
      recipientAddress: contact.email,
      isThereAlready,
      ...message,
    };
  }

  /** @returns null where the study, or the round if one is named, is not there for the actor */
  private async placeOf(
    slug: string,
    code: string | null,
    actor: Actor | null,
  ): Promise<{ readonly study: StoredStudy; readonly round: StoredRound | null } | null> {
    const study = mayTouchStudy(actor, slug) ? await this.studies.findBySlug(slug) : null;
    if (study === null) return null;
    if (code === null) return { study, round: null };
    const round = await this.rounds.findByCode(study.id, code);
    return round === null ? null : { study, round };
  }
}

const cursorOf = (id: string): string => Buffer.from(`k:${id}`).toString('base64url');
