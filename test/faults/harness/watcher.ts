import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const SHEET_CHANGED = readFileSync(new URL('../../../libs/client/operations/live.graphql', import.meta.url), 'utf8');
const PAUSE_MS = 50;

/** A change of a sheet as it was delivered. */
export interface SeenChange {
  readonly cursor: string;
  readonly question: string;
  readonly value: { readonly canonical: string } | null;
  readonly revision: number;
}

/** Somebody who looks on at a sheet, and comes back at the next replica with the last cursor when the line breaks. */
export class Watcher {
  readonly seen: SeenChange[] = [];
  /** How often the line broke. */
  breaks = 0;
  private isOver = false;
  private end: () => void = () => undefined;

  constructor(
    private readonly ports: readonly number[],
    private readonly token: string,
    private readonly response: string,
  ) {}

  /** Looks on until `stop` is called. */
  async watch(): Promise<void> {
    for (let turn = 0; !this.isOver; turn += 1) {
      if (turn > 0) await sleep(PAUSE_MS);
      await this.session(this.ports[turn % this.ports.length] ?? 0);
      if (!this.isOver) this.breaks += 1;
    }
  }

  stop(): void {
    this.isOver = true;
    this.end();
  }

  /** One line, until it breaks; why does not matter. */
  private async session(port: number): Promise<void> {
    const client = createClient({
      url: `ws://127.0.0.1:${port}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${this.token}` },
      retryAttempts: 0,
    });
    await new Promise<void>((resolve) => {
      this.end = resolve;
      client.subscribe<{ sheetChanged: SeenChange }>(
        {
          query: SHEET_CHANGED,
          operationName: 'SheetChanged',
          variables: { response: this.response, since: this.seen.at(-1)?.cursor ?? '0' },
        },
        {
          next: ({ data }) => {
            if (data) this.seen.push(data.sheetChanged);
          },
          error: () => resolve(),
          complete: () => resolve(),
        },
      );
    });
    await client.dispose();
  }
}
