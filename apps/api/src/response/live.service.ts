import { Injectable } from '@nestjs/common';
import { parseCanonical } from '@reflexbogen/domain';
import {
  PresenceRepository,
  SheetEventRepository,
  type SheetKey,
  type StoredSheetEvent,
} from '@reflexbogen/persistence';
import { signedIn, type Actor } from '../access/actor.js';
import { badInput, notFound } from '../graphql/api-error.js';
import { answerValueParent } from './answer-value.model.js';
import type { PresentPersonModel, SheetChangeModel } from './history.model.js';
import { recordedAnswer } from './history.service.js';
import { LiveStreams, type Bell } from './live-streams.js';
import { SheetNotices } from './sheet-notices.js';
import { SheetScopeService, type LoadedSet } from './sheet-scope.js';

/** Read at once; whoever was away for long gets the rest in further reads. */
const EVENTS_AT_ONCE = 500;
/** A notice that was lost is made good so soon. */
const LOOK_ANYWAY_MS = 3_000;
const PRESENT_MS = 60_000;

/** What happens at a sheet while somebody looks on. */
@Injectable()
export class LiveService {
  constructor(
    private readonly scopes: SheetScopeService,
    private readonly events: SheetEventRepository,
    private readonly presences: PresenceRepository,
    private readonly notices: SheetNotices,
    private readonly streams: LiveStreams,
  ) {}

  /**
   * Every save after `since`, in order and without a gap: what is there already first, then what comes. Each replica reads
   * the same numbered events, so that a client may come back anywhere with the last cursor it has seen.
   */
  async sheetChanges(
    response: string,
    since: string | null,
    actor: Actor | null,
  ): Promise<AsyncGenerator<SheetChangeModel>> {
    const scope = await this.scopes.ofId(response, actor);
    if (scope === null) throw notFound('This response');
    if (since !== null && !/^\d{1,15}$/.test(since)) throw badInput('since: expected a cursor of this sheet.');
    const start = since === null ? await this.events.lastNumber(scope.key) : Number(since);
    const set = await this.scopes.questionSetOf(scope, null);
    return this.streams.open((bell) => this.follow(scope.key, start, set, bell));
  }

  private async *follow(key: SheetKey, start: number, set: LoadedSet, bell: Bell): AsyncGenerator<SheetChangeModel> {
    let last = start;
    let isTold = true;
    const stop = this.notices.listen(key, () => bell.ring());
    try {
      while (!bell.isStopped) {
        const events: readonly StoredSheetEvent[] = await this.streams.look(isTold, () =>
          this.events.after(key, last, { limit: EVENTS_AT_ONCE }),
        );
        for (const event of events) {
          last = event.number;
          if (event.act === 'SAVE_ANSWER') yield changeParent(event, set);
        }
        isTold = events.length === EVENTS_AT_ONCE || (await bell.wait(LOOK_ANYWAY_MS));
      }
    } finally {
      stop();
    }
  }

  /** Says that somebody is in a section now. Holds for a minute. @returns who is at the sheet */
  async announce(response: string, section: string, actor: Actor | null): Promise<readonly PresentPersonModel[]> {
    const scope = await this.scopes.ofId(response, actor);
    if (scope === null) throw notFound('This response');
    const { questionSet } = await this.scopes.questionSetOf(scope, null);
    if (!questionSet.document.sections.some(({ code }) => code === section))
      throw badInput(`section: the sheet has no section ${section}.`);
    await this.presences.announce(scope.key, signedIn(actor).id, section);
    this.notices.publish(scope.key);
    return this.present(scope.key);
  }

  /** Who is at a sheet: now, and again whenever that changes. */
  async presence(response: string, actor: Actor | null): Promise<AsyncGenerator<readonly PresentPersonModel[]>> {
    const scope = await this.scopes.ofId(response, actor);
    if (scope === null) throw notFound('This response');
    return this.streams.open((bell) => this.followPresence(scope.key, bell));
  }

  private async *followPresence(key: SheetKey, bell: Bell): AsyncGenerator<readonly PresentPersonModel[]> {
    let before = '';
    let isTold = true;
    const stop = this.notices.listen(key, () => bell.ring());
    try {
      while (!bell.isStopped) {
        const present = await this.streams.look(isTold, () => this.present(key));
        const now = JSON.stringify(present.map(({ person, section }) => [person.name, section]));
        if (now !== before) yield present;
        before = now;
        isTold = await bell.wait(LOOK_ANYWAY_MS);
      }
    } finally {
      stop();
    }
  }

  private async present(key: SheetKey): Promise<readonly PresentPersonModel[]> {
    const present = await this.presences.list(key, PRESENT_MS);
    return present.map(({ name, section, seenAt }) => ({ person: { name }, section, seenAt }));
  }
}

function changeParent(event: StoredSheetEvent, { questionSet }: LoadedSet): SheetChangeModel {
  const code = event.object ?? '';
  const question = questionSet.byCode.get(code);
  const answer = recordedAnswer(event.new);
  const parsed = question === undefined || answer?.value === undefined ? null : parseCanonical(question, answer.value);
  return {
    cursor: String(event.number),
    question: code,
    value: question !== undefined && parsed?.ok ? answerValueParent(question, parsed.value) : null,
    comment: answer?.comment ?? null,
    revision: event.revision ?? 0,
    savedAt: event.at,
    savedBy: { name: event.actorName },
  };
}
