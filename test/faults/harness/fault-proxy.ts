import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from './random.js';

/** What a proxy does to one connection. */
export type Fault =
  | 'NONE'
  /** Cut before anything reaches the service. */
  | 'REFUSE'
  /** Cut within the request. */
  | 'CUT_REQUEST'
  /** The request arrives; cut while the service works on it. */
  | 'CUT_WHILE_WORKING'
  /** The service has answered; cut before the answer reaches the client. */
  | 'CUT_ANSWER'
  /** Cut within the answer. */
  | 'CUT_MID_ANSWER'
  /** The answer comes late. */
  | 'DELAY'
  /** Nothing passes for a while; then cut. */
  | 'FREEZE';

export const FAULTS: readonly Exclude<Fault, 'NONE'>[] = [
  'REFUSE',
  'CUT_REQUEST',
  'CUT_WHILE_WORKING',
  'CUT_ANSWER',
  'CUT_MID_ANSWER',
  'DELAY',
  'FREEZE',
];

const LONGEST_WORK_MS = 15;
const DELAY_MS = 60;
const FREEZE_MS = 120;

export interface FaultProxyOptions {
  /** Where connections go: one of these at random. */
  readonly targets: readonly number[];
  /** How likely a connection meets a fault. */
  readonly faultProbability: number;
  readonly random: Random;
}

/** A TCP proxy that spoils connections. Clients that send one request a connection meet one fault a request. */
export class FaultProxy {
  /** How often each fault has happened. */
  readonly happened = new Map<Fault, number>();
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor(private readonly options: FaultProxyOptions) {
    this.server = createServer((client) => this.serve(client));
  }

  static async start(options: FaultProxyOptions): Promise<FaultProxy> {
    const proxy = new FaultProxy(options);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    const address = this.server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the proxy does not listen');
    return address.port;
  }

  private serve(client: Socket): void {
    const { random, targets, faultProbability } = this.options;
    const fault = random.happens(faultProbability) ? random.pick(FAULTS) : 'NONE';
    this.happened.set(fault, (this.happened.get(fault) ?? 0) + 1);
    this.keep(client);
    if (fault === 'REFUSE') return void client.resetAndDestroy();
    const service = connect(random.pick(targets), '127.0.0.1');
    this.keep(service);
    const cut = (): void => {
      client.resetAndDestroy();
      service.resetAndDestroy();
    };
    let passing = Promise.resolve();
    client.on('close', () => service.end());
    service.on('close', () => void passing.then(() => client.end()));
    client.on('data', (chunk: Buffer) => {
      if (fault === 'FREEZE') return void sleep(FREEZE_MS).then(cut);
      if (fault === 'CUT_REQUEST')
        return void service.write(chunk.subarray(0, random.between(1, chunk.length - 1)), cut);
      service.write(chunk);
      if (fault === 'CUT_WHILE_WORKING') void sleep(random.between(0, LONGEST_WORK_MS)).then(cut);
    });
    service.on('data', (chunk: Buffer) => {
      if (fault === 'CUT_ANSWER') return cut();
      if (fault === 'CUT_MID_ANSWER')
        return void client.write(chunk.subarray(0, random.between(1, chunk.length - 1)), cut);
      passing = passing
        .then(() => (fault === 'DELAY' ? sleep(DELAY_MS) : undefined))
        .then(() => void client.write(chunk));
    });
  }

  /** Cut is what this proxy does: the errors of it are no news. */
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
