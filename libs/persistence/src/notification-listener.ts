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
  /** Notices may have been missed. */
  reset: [];
}

const RETRY_MS = 500;

/** LISTENs on a connection of its own. Whenever that connection was lost it says `reset`, before anything it hears anew. */
export class NotificationListener extends EventEmitter<Events> {
  private client: Client | null = null;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(private readonly url: string) {
    super();
  }

  async start(): Promise<void> {
    this.stopped = false;
    const client = new Client({
      connectionString: this.url,
      application_name: 'reflexbogen-listener',
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => this.hear(channel, payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    await client.connect();
    await client.query('LISTEN reflexbogen_submission; LISTEN reflexbogen_study');
    this.client = client;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    const client = this.client;
    this.client = null;
    await client?.end();
  }

  private hear(channel: string, payload: string): void {
    if (channel === 'reflexbogen_study') this.emit('study', payload);
    else this.emit('submission', JSON.parse(payload) as SubmissionNotice);
  }

  private lost(client: Client): void {
    if (this.stopped || this.client !== client) return;
    this.client = null;
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
