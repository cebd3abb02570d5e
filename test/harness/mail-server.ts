import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as the server has taken it. */
export interface DeliveredMail {
  readonly from: string;
  readonly to: string;
  readonly messageId: string;
  /** By name in lower case, unfolded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly raw: string;
}

/** An SMTP reply that refuses. */
export interface Refusal {
  readonly code: number;
  readonly text: string;
}

/** What the server does with a mail, asked when it has all of it. */
export type Decision = Refusal | 'TAKE' | 'SILENCE';

/** A real SMTP server on a port of its own. */
export interface MailServer {
  readonly port: number;
  /** Taken mails, in the order in which they were acknowledged. */
  readonly delivered: readonly DeliveredMail[];
  /** Says what to do with a mail; takes every mail unless told otherwise. */
  decide: (mail: DeliveredMail) => Decision | Promise<Decision>;
  /** Refuses recipients before any data; null takes them. */
  refuseRecipient: (address: string) => Refusal | null;
  /** Hears of each mail right after it was acknowledged. */
  onTaken: (mail: DeliveredMail) => void;
  readonly stop: () => Promise<void>;
}

/** @param port 0: one that is free */
export async function startMailServer(options: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
  const delivered: DeliveredMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    ...options,
    onRcptTo: ({ address }, _session, callback) => {
      const refusal = mailServer.refuseRecipient(address);
      callback(refusal === null ? null : refused(refusal));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = typeof mailFrom === 'object' ? mailFrom.address : '';
        const mail = read(Buffer.concat(chunks).toString('latin1'), from, rcptTo.map(({ address }) => address).join());
        void Promise.resolve(mailServer.decide(mail)).then((decision) => {
          if (decision === 'SILENCE') return;
          if (decision !== 'TAKE') return callback(refused(decision));
          delivered.push(mail);
          callback(null, 'taken');
          mailServer.onTaken(mail);
        });
      });
    },
  });
  // A client that was killed leaves a broken connection: nothing to the server.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const mailServer: MailServer = {
    port: (server.server.address() as AddressInfo).port,
    delivered,
    decide: () => 'TAKE',
    refuseRecipient: () => null,
    onTaken: () => undefined,
    stop: () => {
      server._closeTimeout = false;
      for (const connection of server.connections) connection.close();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return mailServer;
}

const refused = ({ code, text }: Refusal): Error => Object.assign(new Error(text), { responseCode: code });

function read(raw: string, from: string, to: string): DeliveredMail {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const headers = new Map(
    head.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return { from, to, messageId: headers.get('message-id') ?? '', headers, raw };
}

/** The parts of a multipart/alternative mail, decoded, by content type. */
export function partsOf({ headers, raw }: DeliveredMail): ReadonlyMap<string, string> {
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1];
  if (boundary === undefined) throw new Error('the mail has no parts');
  return new Map(
    raw
      .split(`--${boundary}`)
      .slice(1, -1)
      .map((part) => {
        const end = part.indexOf('\r\n\r\n');
        const head = part.slice(0, end);
        const type = /content-type: ([^;\r\n]+)/i.exec(head)?.[1] ?? '';
        const encoding = /content-transfer-encoding: ([^;\r\n]+)/i.exec(head)?.[1] ?? '7bit';
        return [type, decoded(part.slice(end + 4), encoding.toLowerCase())];
      }),
  );
}

function decoded(body: string, encoding: string): string {
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? unquoted(body) : body, 'latin1');
  return bytes.toString('utf8').replaceAll('\r\n', '\n');
}

const unquoted = (text: string): string =>
  text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** A header's encoded words (RFC 2047), decoded. */
export const headerText = (header: string | undefined): string =>
  (header ?? '')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('latin1') : unquoted(text.replaceAll('_', ' ')),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
