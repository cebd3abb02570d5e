import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** SILENT: nothing passes, and nothing is said; what was open then is cut once the line is mended. */
export type LineState = 'OPEN' | 'DOWN' | 'SILENT';

/** What happens to requests that save answers: cut before the service has all of it, cut once it has answered, answered late. */
export type SaveFault = 'CUT_REQUEST' | 'CUT_ANSWER' | 'LATE_ANSWER';

const LATE_MS = 1500;

/** The line between one browser and the service, which a test spoils and mends. */
export class PageLine {
  private state: LineState = 'OPEN';
  private saveFault: SaveFault | null = null;
  private readonly sockets = new Set<Socket>();
  private waiting: (() => void)[] = [];
  private readonly server: Server;

  private constructor(private readonly target: number) {
    this.server = createServer((browser) => this.serve(browser));
  }

  static async start(target: number): Promise<PageLine> {
    const line = new PageLine(target);
    await new Promise<void>((resolve) => line.server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get port(): number {
    const address = this.server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the line does not listen');
    return address.port;
  }

  become(state: LineState): void {
    if (state === 'DOWN' || this.state === 'SILENT') for (const socket of this.sockets) socket.resetAndDestroy();
    this.state = state;
  }

  spoilSaves(fault: SaveFault | null): void {
    this.saveFault = fault;
  }

  /** Fulfilled when the next request that saves answers passes. */
  nextSave(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private serve(browser: Socket): void {
    this.keep(browser);
    if (this.state === 'DOWN') return void browser.resetAndDestroy();
    const service = connect(this.target, '127.0.0.1');
    this.keep(service);
    const cut = (): void => {
      browser.resetAndDestroy();
      service.resetAndDestroy();
    };
    let answering: SaveFault | null = null;
    let passing = Promise.resolve();
    browser.on('close', () => service.end());
    service.on('close', () => void passing.then(() => browser.end()));
    browser.on('data', (chunk: Buffer) => {
      if (this.state !== 'OPEN') return;
      if (chunk.includes('mutation SaveSheetAnswers')) {
        for (const tell of this.waiting) tell();
        this.waiting = [];
        answering = this.saveFault;
        if (answering === 'CUT_REQUEST') return cut();
      }
      service.write(chunk);
    });
    service.on('data', (chunk: Buffer) => {
      if (this.state !== 'OPEN') return;
      if (answering === 'CUT_ANSWER') return cut();
      const isLate = answering === 'LATE_ANSWER';
      answering = null;
      passing = passing.then(() => (isLate ? sleep(LATE_MS) : undefined)).then(() => void browser.write(chunk));
    });
  }

  /** Cut is what this line does: the errors of it are no news. */
  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
