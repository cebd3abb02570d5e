import { Injectable } from '@nestjs/common';
import { membershipIn } from '@reflexbogen/domain';
import {
  MunicipalityRepository,
  ResponseRepository,
  RoundRepository,
  StudyRepository,
  type StoredRound,
  type StoredStudy,
} from '@reflexbogen/persistence';
import { DataSource } from 'typeorm';
import { mayTouchStudy, signedIn, type Actor } from '../access/actor.js';
import { MailAudience, type MailRecipient } from '../mail/mail-audience.js';
import { MailService } from '../mail/mail.service.js';
import type {
  InvitationErrorCode,
  InvitationPayload,
  SendInvitationsInput,
  SendRemindersInput,
} from './invitation.model.js';
import type { SheetRequest } from './open-sheet.js';
import { SheetTransactions } from './sheet-transactions.js';

const MOST_NAMED = 1000;

const refuse = (code: InvitationErrorCode, message: string, field: string): InvitationPayload => ({
  municipalities: 0,
  mails: 0,
  withoutAddress: [],
  errors: [{ code, message, path: ['input', field] }],
});

/** Writing to the municipalities of a round. Whoever was written to is not written to again, so every act can be repeated. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly studies: StudyRepository,
    private readonly rounds: RoundRepository,
    private readonly municipalities: MunicipalityRepository,
    private readonly responses: ResponseRepository,
    private readonly transactions: SheetTransactions,
    private readonly audience: MailAudience,
    private readonly mails: MailService,
  ) {}

  /** Sheet by sheet, each in a transaction of its own: what was interrupted goes on where it stopped. */
  async invite(input: SendInvitationsInput, actor: Actor | null, receivedAt: Date): Promise<InvitationPayload> {
    const place = await this.placeOf(input.study, input.round, actor);
    if ('errors' in place) return place;
    const { study, round } = place;
    const recipients = await this.audience.recipients(round.id, { kind: 'INVITATION' }, receivedAt);
    const reachable = new Map<string, MailRecipient[]>();
    for (const recipient of recipients) {
      const { municipalityId, email } = recipient.contact;
      if (email !== null) reachable.set(municipalityId, [...(reachable.get(municipalityId) ?? []), recipient]);
    }
    const panel = (await this.municipalities.listByStudy(study.id)).filter(
      (municipality) => membershipIn(municipality, round.year) === 'MEMBER',
    );
    const chosen = input.municipalities ? new Set(input.municipalities) : null;
    const unknown = [...(chosen ?? [])].filter((code) => !panel.some((municipality) => municipality.code === code));
    if (unknown.length > 0)
      return refuse(
        'UNKNOWN_MUNICIPALITY',
        `The panel of ${round.year} has no municipality ${unknown.join(', ')}.`,
        'municipalities',
      );
    const members = panel.filter(({ code }) => chosen === null || chosen.has(code));
    let [written, mails] = [0, 0];
    for (const municipality of members) {
      const key = { municipalityId: municipality.id, roundId: round.id };
      const queued = await this.inviteOne({ study, round, municipality, key }, reachable.get(municipality.id) ?? [], {
        actor: signedIn(actor),
        receivedAt,
      });
      if (queued > 0) written += 1;
      mails += queued;
    }
    const withoutAddress = members.filter(({ id }) => !reachable.has(id)).map(({ code }) => code);
    return { municipalities: written, mails, withoutAddress: withoutAddress.slice(0, MOST_NAMED), errors: [] };
  }

  private inviteOne(
    scope: Parameters<SheetTransactions['run']>[0],
    recipients: readonly MailRecipient[],
    request: SheetRequest,
  ): Promise<number> {
    if (recipients.length === 0) return Promise.resolve(0);
    const { municipalityId, roundId } = scope.key;
    return this.transactions.run(scope, { questions: [] }, async (sheet, manager) => {
      const outcomes = await this.mails.enqueue(
        recipients.flatMap(({ contact, data, dedupeKey }) =>
          data.kind === 'SIGN_IN_LINK'
            ? []
            : [{ studyId: scope.study.id, ...scope.key, personId: contact.personId, data, dedupeKey }],
        ),
        manager,
      );
      const queued = outcomes.filter(({ outcome }) => outcome === 'QUEUED').length;
      if (queued > 0) {
        await this.responses.invite(municipalityId, roundId, request.receivedAt, manager);
        sheet.record(request, { act: 'INVITE', object: null, old: null, new: String(queued) });
      }
      return queued;
    });
  }

  async remind(input: SendRemindersInput, actor: Actor | null, receivedAt: Date): Promise<InvitationPayload> {
    const place = await this.placeOf(input.study, input.round, actor);
    if ('errors' in place) return place;
    const written = new Set<string>();
    const mails = await this.dataSource.transaction((manager) =>
      this.mails.enqueueForRound(
        place.round,
        { kind: 'REMINDER', daysBefore: null },
        receivedAt,
        manager,
        ({ contact }) => Boolean(written.add(contact.municipalityId)),
      ),
    );
    return { municipalities: mails === 0 ? 0 : written.size, mails, withoutAddress: [], errors: [] };
  }

  private async placeOf(
    slug: string,
    code: string,
    actor: Actor | null,
  ): Promise<{ readonly study: StoredStudy; readonly round: StoredRound } | InvitationPayload> {
    const study = mayTouchStudy(actor, slug) ? await this.studies.findBySlug(slug) : null;
    if (study === null)
      return refuse('UNKNOWN_STUDY', `There is no study ${slug}, or your token does not cover it.`, 'study');
    const round = await this.rounds.findByCode(study.id, code);
    return round === null ? refuse('UNKNOWN_ROUND', `Study ${slug} has no round ${code}.`, 'round') : { study, round };
  }
}
