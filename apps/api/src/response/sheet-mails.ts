import { Injectable } from '@nestjs/common';
import type { WindowExtension } from '@reflexbogen/domain';
import { MailAudienceRepository, PersonRepository } from '@reflexbogen/persistence';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { mailKeys } from '../mail/mail-keys.js';
import { MailService, type SheetMail } from '../mail/mail.service.js';
import type { OpenSheet } from './open-sheet.js';
import type { SheetScope } from './sheet-scope.js';

/** What a submission gave. */
export interface Receipt {
  readonly number: number;
  readonly receipt: string;
  readonly receivedAt: Date;
}

/** Mails that acts on sheets give rise to, in the transaction of the act. Each act writes to each person once. */
@Injectable()
export class SheetMails {
  constructor(
    private readonly mails: MailService,
    private readonly audience: MailAudienceRepository,
    private readonly persons: PersonRepository,
  ) {}

  /** To the signatories, and to whoever handed it in. */
  async receipt(
    scope: SheetScope,
    { number, receipt, receivedAt }: Receipt,
    actor: Actor,
    manager: EntityManager,
  ): Promise<void> {
    const signatories = await this.audience.ofMunicipality(scope.key.municipalityId, { signatory: true }, manager);
    const own = await this.persons.find(actor.id, manager);
    const persons = new Set([...signatories, ...(own?.email ? [actor.id] : [])]);
    await this.send(scope, [...persons], manager, (personId) => ({
      data: { kind: 'RECEIPT', number, submittedAt: receivedAt, receipt },
      dedupeKey: mailKeys.receipt(scope.key.roundId, scope.key.municipalityId, number, personId),
    }));
  }

  /** To everybody of the municipality. */
  returned(
    scope: SheetScope,
    sheet: OpenSheet,
    { note, questions }: { readonly note: string; readonly questions: readonly string[] },
    manager: EntityManager,
  ): Promise<void> {
    return this.toAll(scope, 'RETURNED', sheet.lastEvent, manager, {
      kind: 'RETURNED',
      closesAt: sheet.state.extension?.closesAt ?? null,
      questions,
      note,
    });
  }

  asked(
    scope: SheetScope,
    sheet: OpenSheet,
    { note, question }: { readonly note: string; readonly question: string },
    manager: EntityManager,
  ): Promise<void> {
    return this.toAll(scope, 'QUERY', sheet.lastEvent, manager, {
      kind: 'QUERY',
      closesAt: sheet.state.extension?.closesAt ?? null,
      questions: [question],
      note,
    });
  }

  accepted(scope: SheetScope, sheet: OpenSheet, manager: EntityManager): Promise<void> {
    return this.toAll(scope, 'ACCEPTED', sheet.lastEvent, manager, { kind: 'ACCEPTED' });
  }

  extended(scope: SheetScope, sheet: OpenSheet, extension: WindowExtension, manager: EntityManager): Promise<void> {
    return this.toAll(scope, 'EXTENSION', sheet.lastEvent, manager, {
      kind: 'EXTENSION',
      closesAt: extension.closesAt,
      note: extension.reason,
    });
  }

  private async toAll(
    scope: SheetScope,
    kind: 'RETURNED' | 'QUERY' | 'ACCEPTED' | 'EXTENSION',
    act: number,
    manager: EntityManager,
    data: SheetMail['data'],
  ): Promise<void> {
    const { municipalityId, roundId } = scope.key;
    const persons = await this.audience.ofMunicipality(municipalityId, { signatory: false }, manager);
    await this.send(scope, persons, manager, (personId) => ({
      data,
      dedupeKey: mailKeys.act(kind, roundId, municipalityId, act, personId),
    }));
  }

  private async send(
    { study, key }: SheetScope,
    persons: readonly string[],
    manager: EntityManager,
    mailOf: (personId: string) => Pick<SheetMail, 'data' | 'dedupeKey'>,
  ): Promise<void> {
    if (persons.length === 0) return;
    await this.mails.enqueue(
      persons.map((personId) => ({ studyId: study.id, ...key, personId, ...mailOf(personId) })),
      manager,
    );
  }
}
