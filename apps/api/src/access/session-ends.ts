import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { NotificationListener } from '@reflexbogen/persistence';
import { EventEmitter } from 'node:events';
import { TRUST_MS } from '../graphql/verified-actors.js';
import type { Actor } from './actor.js';
import type { Proof } from './request-proof.js';
import { TokenService } from './token.service.js';

interface Events {
  /** Id of a person whose sessions, roles or tokens have changed. */
  person: [string];
}

interface Watch {
  readonly proof: Proof;
  readonly actor: Actor;
  readonly onEnd: () => void;
}

/** Asked again so often that, with the time the asking takes, an end is known within TRUST_MS although its notice was lost. */
const ASK_AGAIN_MS = TRUST_MS - 1_000;

/**
 * Tells whatever stays open longer than a request, such as a socket with subscriptions, that who opened it may no longer.
 * `person` says that something has changed for a person; `watch` says that a proof shows nothing any more, or something else.
 */
@Injectable()
export class SessionEnds extends EventEmitter<Events> implements OnModuleDestroy {
  private readonly logger = new Logger('SignIn');
  private readonly watches = new Set<Watch>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly tokens: TokenService,
    notices: NotificationListener,
  ) {
    super();
    this.setMaxListeners(0);
    notices.on('person', (personId) => {
      this.emit('person', personId);
      void this.askAgain((watch) => watch.actor.id === personId);
    });
    notices.on('reset', () => void this.askAgain(() => true));
    this.timer = setInterval(() => void this.askAgain(() => true), ASK_AGAIN_MS).unref();
  }

  /**
   * Watches a proof until it shows nothing, or somebody with other rights; then calls `onEnd` once.
   * @param actor whom the proof has shown when the socket was opened
   * @returns stops watching; call it when the socket is closed
   */
  watch(proof: Proof, actor: Actor, onEnd: () => void): () => void {
    const watch: Watch = { proof, actor, onEnd };
    this.watches.add(watch);
    return () => void this.watches.delete(watch);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.watches.clear();
  }

  /** One proof at a time: a thousand sockets must not take the pool away from requests. Proofs that several share are asked once. */
  private async askAgain(concerns: (watch: Watch) => boolean): Promise<void> {
    const shown = new Map<string, string>();
    for (const watch of [...this.watches].filter(concerns)) {
      const key = JSON.stringify(watch.proof);
      const now = shown.get(key) ?? (await this.rightsBehind(watch.proof));
      shown.set(key, now);
      if (now !== rightsOf(watch.actor) && this.watches.delete(watch)) watch.onEnd();
    }
  }

  private async rightsBehind(proof: Proof): Promise<string> {
    try {
      return rightsOf((await this.tokens.verify(proof))?.actor ?? null);
    } catch (error) {
      // What cannot be asked does not count as shown: the client opens its socket again.
      this.logger.warn('a session could not be checked: see the error', error);
      return rightsOf(null);
    }
  }
}

/** What an actor is and may do; its name and the program it comes through make no difference. */
const rightsOf = (actor: Actor | null): string =>
  actor === null
    ? ''
    : JSON.stringify([
        actor.id,
        actor.roles,
        actor.studies,
        actor.municipality,
        actor.department,
        actor.signatory,
        actor.singleAnswers,
        actor.apiToken?.access ?? null,
      ]);
