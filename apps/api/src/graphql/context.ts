import type { Actor } from '../access/actor.js';

/** What every resolver gets as its third argument: one object per request. */
export interface GraphQLContext {
  readonly actor: Actor | null;
  readonly requestId: string;
  /** Whether the request came over the loopback interface, by the socket's own address. */
  readonly fromLoopback: boolean;
}
