import type { Actor } from '../access/actor.js';

/** What every resolver gets as its third argument: one object per request. */
export interface GraphQLContext {
  readonly actor: Actor | null;
  /** When the head of the request came in: deadlines go by it, not by when the work is done. */
  readonly receivedAt: Date;
  readonly requestId: string;
  /** IP address of the caller: of the socket, or what a trusted proxy says. */
  readonly address: string;
  /** Whether the request came over the loopback interface, by the socket's own address. */
  readonly fromLoopback: boolean;
}
