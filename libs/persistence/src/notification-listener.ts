import { EventEmitter } from 'node:events';
import { Client } from 'pg';

/** A submission that some replica has committed. */
export interface SubmissionNotice {
  readonly studyId: string;
  readonly roundId: string;
  readonly municipalityId: string;
  readonly sequence: number;
}

interface Events {
  submission: [SubmissionNotice];
  /** Id of a study whose panel, rounds or question sets have changed. */
  study: [string];
  /** Id of a person whose sessions, roles or tokens have changed. */
  person: [string];
  /** Sheets to which something happened: municipality and round, joined by a blank. */
  sheets: [readonly string[]];
  /** Notices may have been missed. */
  reset: [];
}

const RETRY_MS = 500;
const HEARTBEAT_MS = 30_000;

/**
 * LISTENs on a connection of its own. Whenever that connection was lost it says `reset`, before anything it hears anew. A
 * connection that has gone silent looks like one on which nothing happens: therefore the heartbeat.
 */
export class NotificationListener extends EventEmitter<Events> {
  private client: Client | null = null;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;
  private heartbeat: NodeJS.Timeout | undefined;

  /** @param heartbeatMs asked as often whether the connection lives, and waits as long for the answer */
  constructor(
    private readonly url: string,
    private readonly heartbeatMs = HEARTBEAT_MS,
  ) {
    super();
  }

  async start(): Promise<void> {
    this.stopped = false;
    const client = new Client({
      connectionString: this.url,
      application_name: 'reflexbogen-listener',
      keepAlive: true,
      connectionTimeoutMillis: this.heartbeatMs,
      query_timeout: this.heartbeatMs,
    });
    client.on('notification', ({ channel, payload }) => this.hear(channel, payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      await client.query(
        'LISTEN reflexbogen_submission; LISTEN reflexbogen_study; LISTEN reflexbogen_sheets; LISTEN reflexbogen_person',
      );
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    // Stopped in the meantime: nobody else would close it.
    if (this.stopped) return client.end();
    this.client = client;
    this.heartbeat = setInterval(
      () => void client.query('SELECT 1').catch(() => this.lost(client)),
      this.heartbeatMs,
    ).unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    clearInterval(this.heartbeat);
    const client = this.client;
    this.client = null;
    await client?.end();
  }

  private hear(channel: string, payload: string): void {
    if (channel === 'reflexbogen_study') this.emit('study', payload);
    else if (channel === 'reflexbogen_person') this.emit('person', payload);
    else if (channel === 'reflexbogen_sheets') this.emit('sheets', JSON.parse(payload) as string[]);
    else this.emit('submission', JSON.parse(payload) as SubmissionNotice);
  }

  private lost(client: Client): void {
    if (this.stopped || this.client !== client) return;
    this.client = null;
    clearInterval(this.heartbeat);
    client.end().catch(() => undefined);
    this.emit('reset');
    this.reconnect();
  }

  private reconnect(): void {
    this.retry = setTimeout(() => {
      this.start().then(
        // What was committed between loss and reconnection was not heard.
        () => this.emit('reset'),
        () => (this.stopped ? undefined : this.reconnect()),
      );
    }, RETRY_MS).unref();
  }
}
