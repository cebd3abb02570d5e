import { Injectable } from '@nestjs/common';
import { berlinTime, windowAt, type WindowExtension } from '@reflexbogen/domain';
import { ExtensionRepository } from '@reflexbogen/persistence';
import type { EntityManager } from 'typeorm';
import { signedIn, type Actor } from '../access/actor.js';
import type { OpenSheet } from './open-sheet.js';
import { responseId } from './response-id.js';
import { SheetScopeService, type SheetScope } from './sheet-scope.js';
import { SheetTransactions } from './sheet-transactions.js';
import { SheetMails } from './sheet-mails.js';
import type {
  ExtensionErrorCode,
  ExtensionPayload,
  GrantExtensionInput,
  WithdrawExtensionInput,
} from './window.model.js';

const refuse = (code: ExtensionErrorCode, message: string, field: string): ExtensionPayload => ({
  response: null,
  window: null,
  errors: [{ code, message, path: ['input', field] }],
});

const instantText = (extension: WindowExtension | null): string | null =>
  extension === null ? null : (extension.closesAt?.toISOString() ?? 'late');

/** More time for single municipalities, on record with its reason. */
@Injectable()
export class ExtensionService {
  constructor(
    private readonly scopes: SheetScopeService,
    private readonly transactions: SheetTransactions,
    private readonly extensions: ExtensionRepository,
    private readonly mail: SheetMails,
  ) {}

  async grant(input: GrantExtensionInput, actor: Actor | null, receivedAt: Date): Promise<ExtensionPayload> {
    const scope = await this.scopes.ofMunicipality(input.study, input.round, input.municipality, actor);
    if (scope === null)
      return refuse('NOT_FOUND', 'There is no such sheet, or your token does not cover it.', 'municipality');
    const extension = { closesAt: input.closesAt ?? null, reason: input.reason };
    return this.change(scope, signedIn(actor), receivedAt, extension, input.reason, async (sheet, manager) => {
      const { closesAt } = sheet.state.round;
      if (extension.closesAt !== null && extension.closesAt <= closesAt)
        return refuse(
          'NOT_LATER',
          `Round ${sheet.state.round.code} ends ${berlinTime(closesAt)}; an extension ends later.`,
          'closesAt',
        );
      await this.extensions.grant(scope.key, extension, { person: signedIn(actor).id, at: receivedAt }, manager);
      return null;
    });
  }

  async withdraw(input: WithdrawExtensionInput, actor: Actor | null, receivedAt: Date): Promise<ExtensionPayload> {
    const scope = await this.scopes.ofId(input.response, actor);
    if (scope === null)
      return refuse('NOT_FOUND', 'There is no such sheet, or your token does not cover it.', 'response');
    return this.change(scope, signedIn(actor), receivedAt, null, input.reason, async (_sheet, manager) => {
      await this.extensions.withdraw(scope.key, manager);
      return null;
    });
  }

  private change(
    scope: SheetScope,
    actor: Actor,
    receivedAt: Date,
    extension: WindowExtension | null,
    reason: string,
    store: (sheet: OpenSheet, manager: EntityManager) => Promise<ExtensionPayload | null>,
  ): Promise<ExtensionPayload> {
    return this.transactions.run(scope, { questions: [] }, async (sheet, manager) => {
      const refused = await store(sheet, manager);
      if (refused !== null) return refused;
      sheet.record(
        { actor, receivedAt },
        { act: 'EXTEND', object: null, old: instantText(sheet.state.extension), new: instantText(extension), reason },
      );
      if (extension !== null) await this.mail.extended(scope, sheet, extension, manager);
      return {
        response: responseId(scope.key),
        window: windowAt(sheet.state.round, extension, receivedAt),
        errors: [],
      };
    });
  }
}
