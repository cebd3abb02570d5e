import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { SignInRepository, type RequestLimit } from '@reflexbogen/persistence';
import { isIPv6 } from 'node:net';
import { DataSource, type EntityManager } from 'typeorm';
import { hashOf, isSecret, newSecret } from './secret.js';
import { SESSION_TOKEN_PREFIX } from './token.service.js';

/** Writes the e-mail with a sign-in link; MailRepository in the service, a recorder in tests. */
export interface SignInMailer {
  /**
   * Puts the e-mail into the outbox of the same transaction.
   * @param secret goes into the fragment of the address: `/auth/link#<secret>`
   */
  enqueue(personId: string, secret: string, expiresAt: Date, manager: EntityManager): Promise<void>;
}

/** Injection token of the SignInMailer; null where no e-mail is set up. */
export const SIGN_IN_MAILER = Symbol('sign-in mailer');

export type LinkRequestOutcome = 'TAKEN' | 'TOO_MANY_REQUESTS' | 'NOT_CONFIGURED';

/** A session that a link has opened. */
export interface OpenedSession {
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Seconds. */
export const LINK_LIFETIME = 900;
export const COOKIE_LIFETIME = 43_200;
export const TOKEN_LIFETIME = 3_600;

const PER_ADDRESS = 5;
const PER_CALLER = 30;

/** Sign-in by a link that works once, for a quarter of an hour. */
@Injectable()
export class SignInLinkService implements OnModuleDestroy {
  private readonly logger = new Logger('SignIn');
  private readonly sending = new Set<Promise<void>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly signIns: SignInRepository,
    @Inject(SIGN_IN_MAILER) private readonly mailer: SignInMailer | null,
  ) {}

  /**
   * Takes a request for a link. Whether the address belongs to somebody shows neither in the answer nor in its time: it is
   * looked up after the answer is decided.
   * @param caller IP address, as the socket or a trusted proxy says
   */
  async request(email: string, caller: string): Promise<LinkRequestOutcome> {
    const { mailer } = this;
    if (mailer === null) return 'NOT_CONFIGURED';
    const address = normalised(email);
    const limits: readonly RequestLimit[] = [
      { key: hashOf(`address ${address}`), perHour: PER_ADDRESS },
      { key: hashOf(`caller ${networkOf(caller)}`), perHour: PER_CALLER },
    ];
    if (!(await this.dataSource.transaction((manager) => this.signIns.countRequest(limits, manager))))
      return 'TOO_MANY_REQUESTS';
    const sent = this.send(address, mailer).catch((error: unknown) =>
      // Whoever asked must not see a difference; operators must.
      this.logger.error('a sign-in link was not sent: see the error', error),
    );
    this.sending.add(sent);
    void sent.finally(() => this.sending.delete(sent));
    return 'TAKEN';
  }

  private send(address: string, mailer: SignInMailer): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      for (const personId of await this.signIns.personsAt(address, manager)) {
        const secret = newSecret();
        const expiresAt = await this.signIns.createLink(
          { secretHash: hashOf(secret), personId, lifetime: LINK_LIFETIME },
          manager,
        );
        await mailer.enqueue(personId, secret, expiresAt, manager);
      }
    });
  }

  /** @returns the cookie's secret; null where the link does not work, for whatever reason */
  forCookie(secret: string): Promise<OpenedSession | null> {
    return this.redeem(secret, 'COOKIE', COOKIE_LIFETIME);
  }

  /** @returns a bearer token in `secret`; null where the link does not work, for whatever reason */
  async forToken(secret: string): Promise<OpenedSession | null> {
    const session = await this.redeem(secret, 'BEARER', TOKEN_LIFETIME);
    return session === null ? null : { ...session, secret: `${SESSION_TOKEN_PREFIX}${session.secret}` };
  }

  private async redeem(secret: string, kind: 'COOKIE' | 'BEARER', lifetime: number): Promise<OpenedSession | null> {
    if (!isSecret(secret)) return null;
    return this.dataSource.transaction(async (manager) => {
      const personId = await this.signIns.redeemLink(hashOf(secret), manager);
      if (personId === null) return null;
      const opened = newSecret();
      const expiresAt = await this.signIns.createSession(
        { secretHash: hashOf(opened), personId, kind, claims: null, providerSession: null, lifetime },
        manager,
      );
      return { secret: opened, expiresAt };
    });
  }

  /** Links on their way are sent before the pool closes. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.sending);
  }
}

/** One spelling per mailbox, as far as that can be known. */
export const normalised = (email: string): string => email.trim().normalize('NFKC').toLowerCase();

/** A caller has one IPv4 address, but 2^64 addresses of IPv6. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.toLowerCase().split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  const groups = [...left, ...zeros, ...right].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
