import type { Client } from '../create-client.js';
import { HandInDocument, type HandInMutation } from '../generated/operations.js';
import { uuid } from '../queue/uuid.js';

export type HandInPayload = HandInMutation['submitResponse'];

/** What is handed in, as whoever does it sees it. */
export interface HandInWish {
  /** Id of the response. */
  readonly response: string;
  /** Why a sheet that was handed in before is corrected; undefined = not said. */
  readonly reason: string | undefined;
  /** Number of the last submission that the page knows of; null = none. */
  readonly after: number | null;
}

/**
 * Hands in under a key of its own, which is kept until an answer has come: whoever tries again after a lost answer gets the
 * submission that was made then. Another reason, or a submission that has come in between, makes it another act.
 * @returns the payload of the service, refusals included; rejects as `Client.request` does
 */
export function createHandIn(client: Client): (wish: HandInWish) => Promise<HandInPayload> {
  let open: { readonly wish: string; readonly key: string } | null = null;
  return async (given) => {
    const wish = JSON.stringify(given);
    if (open?.wish !== wish) open = { wish, key: uuid() };
    const { response, reason } = given;
    const input = { response, idempotencyKey: open.key, ...(reason === undefined ? {} : { reason }) };
    const { submitResponse } = await client.request(HandInDocument, { input });
    open = null;
    return submitResponse;
  };
}
