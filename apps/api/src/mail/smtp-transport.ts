import { createTransport } from 'nodemailer';
import type { MailConfiguration, SmtpConfiguration } from './mail-configuration.js';
import type { Message } from './messages/message.js';

/** What became of one attempt. `code` holds digits and capital letters only, see MailEntity.lastError. */
export type SendOutcome =
  | { readonly kind: 'SENT' }
  /** The server refused this recipient or message for good. */
  | { readonly kind: 'REFUSED'; readonly code: string }
  /** Nobody knows, or not now: worth another attempt. */
  | { readonly kind: 'FAILED'; readonly code: string };

export interface OutgoingMail {
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly message: Message;
}

/** Bounds on a server that does not answer, in milliseconds; all within a job's lease. */
const CONNECT_MS = 15_000;
const SILENCE_MS = 30_000;

/**
 * Hands one mail to the SMTP server, over a connection of its own.
 * @param signal ends the attempt; the server may have taken the mail all the same
 * @returns never rejects on account of the server or the network
 */
export async function sendBySmtp(
  { smtp, from }: { readonly smtp: SmtpConfiguration; readonly from: MailConfiguration['from'] },
  { messageId, to, message }: OutgoingMail,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.tls === 'IMPLICIT',
    requireTLS: smtp.tls === 'REQUIRED',
    ignoreTLS: smtp.tls === 'OFF',
    ...(smtp.user === null ? {} : { auth: { user: smtp.user, pass: smtp.password ?? '' } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // Nothing a message says is ever read as a file or an address to fetch from.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      messageId,
      from,
      to,
      subject: message.subject,
      text: message.text,
      html: message.html,
      headers: {
        // RFC 3834: nobody's holiday notice answers to it.
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': message.locale,
      },
      signal,
    });
    return { kind: 'SENT' };
  } catch (error) {
    return outcomeOf(error);
  } finally {
    transport.close();
  }
}

/** Exported for its spec. Only what concerns the recipient or the message is final; a refused sign-in is ours to mend. */
export function outcomeOf(error: unknown): SendOutcome {
  const { code, responseCode, response } = asSmtpError(error);
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const text =
    responseCode === null ? code : enhanced === undefined ? String(responseCode) : `${responseCode} ${enhanced}`;
  const isAboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  // 503: the session was in a wrong state, which says nothing about the mail.
  const isFinal = responseCode !== null && responseCode >= 500 && responseCode <= 599 && responseCode !== 503;
  return { kind: isAboutTheMail && isFinal ? 'REFUSED' : 'FAILED', code: text };
}

function asSmtpError(error: unknown): { code: string; responseCode: number | null; response: string } {
  const fields: Readonly<Record<string, unknown>> = typeof error === 'object' && error !== null ? { ...error } : {};
  const { code, responseCode, response } = fields;
  return {
    code: typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,39}$/.test(code) ? code : 'UNKNOWN',
    responseCode: typeof responseCode === 'number' && responseCode >= 200 && responseCode <= 599 ? responseCode : null,
    response: typeof response === 'string' ? response : '',
  };
}
