import { ConfigurationError } from '../configuration.js';

/** The server that takes our mails. */
export interface SmtpConfiguration {
  readonly host: string;
  readonly port: number;
  /** IMPLICIT: TLS from the start. REQUIRED: STARTTLS or nothing. OPPORTUNISTIC: STARTTLS where offered. OFF: never. */
  readonly tls: 'IMPLICIT' | 'REQUIRED' | 'OPPORTUNISTIC' | 'OFF';
  readonly user: string | null;
  readonly password: string | null;
}

/** How persons are written to. */
export interface MailConfiguration {
  /** Null: mails are queued and stay so until there is a server. */
  readonly smtp: SmtpConfiguration | null;
  readonly from: { readonly name: string; readonly address: string };
  /** Address under which persons reach the service, without a slash at its end. */
  readonly publicUrl: string;
}

/** Injection token of the configuration of mails. */
export const MAIL_CONFIGURATION = Symbol('mail configuration');

/** One address as we accept it: no quoting, no comments, no spaces, at most 254 characters. */
export const MAIL_ADDRESS = /^(?=.{3,254}$)[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const TLS_CHOICES = { required: 'REQUIRED', opportunistic: 'OPPORTUNISTIC', off: 'OFF' } as const;

/**
 * Reads SMTP_URL, MAIL_FROM and PUBLIC_URL. A variable that is set to nothing is not set.
 * @throws ConfigurationError naming the variable and what was expected; never the password in SMTP_URL
 */
export function mailConfiguration(env: NodeJS.ProcessEnv): MailConfiguration {
  const smtpUrl = env['SMTP_URL'] || null;
  const from = env['MAIL_FROM'] || null;
  const publicUrl = env['PUBLIC_URL'] || null;
  if (smtpUrl !== null && (from === null || publicUrl === null))
    throw new ConfigurationError(
      `SMTP_URL is set but ${from === null ? 'MAIL_FROM' : 'PUBLIC_URL'} is not; expected ${
        from === null
          ? 'the sender, e.g. "Institut Muster <bogen@example.org>"'
          : 'the address under which persons reach the service, e.g. https://bogen.example.org'
      }.`,
    );
  return {
    smtp: smtpUrl === null ? null : smtpOf(smtpUrl),
    from: senderOf(from ?? 'Reflexbogen <reflexbogen@localhost>'),
    publicUrl: publicUrlOf(publicUrl ?? `http://localhost:${env['PORT'] || '3000'}`),
  };
}

function smtpOf(text: string): SmtpConfiguration {
  const refuse = (expected: string): never => {
    throw new ConfigurationError(`SMTP_URL is not usable; expected ${expected}.`);
  };
  const url = urlOf(text) ?? refuse('smtp://user:password@host:587 or smtps://user:password@host:465');
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') refuse('smtp:// or smtps:// at its start');
  if (url.hostname === '') refuse('a host');
  if (url.pathname !== '' && url.pathname !== '/') refuse('no path after the host');
  const implicit = url.protocol === 'smtps:';
  for (const name of url.searchParams.keys()) if (name !== 'tls') refuse('no parameter but tls');
  const choice = url.searchParams.get('tls');
  if (choice !== null && (implicit || !Object.hasOwn(TLS_CHOICES, choice)))
    refuse('tls=required, tls=opportunistic or tls=off after smtp://, and none of them after smtps://');
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (implicit ? 465 : 587) : Number(url.port),
    // Sign-in links travel in mails: without a word to the contrary they leave the machine encrypted.
    tls: implicit
      ? 'IMPLICIT'
      : choice !== null
        ? TLS_CHOICES[choice as keyof typeof TLS_CHOICES]
        : LOOPBACK.test(url.hostname)
          ? 'OPPORTUNISTIC'
          : 'REQUIRED',
    user: url.username === '' ? null : decoded(url.username, refuse),
    password: url.password === '' ? null : decoded(url.password, refuse),
  };
}

function decoded(text: string, refuse: (expected: string) => never): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return refuse('user and password percent-encoded, so that % is written %25');
  }
}

function senderOf(text: string): MailConfiguration['from'] {
  const match = /^(?:([^<>"\p{Cc}]*)\s<([^<>]+)>|([^<>\s]+))$/u.exec(text.trim());
  const address = match?.[2] ?? match?.[3] ?? '';
  if (!MAIL_ADDRESS.test(address))
    throw new ConfigurationError(
      `MAIL_FROM is "${text}"; expected an address, or a name and an address in angle brackets.`,
    );
  return { name: match?.[1]?.trim() ?? '', address };
}

function publicUrlOf(text: string): string {
  const url = urlOf(text);
  if (
    url === null ||
    (url.protocol !== 'https:' && url.protocol !== 'http:') ||
    url.search !== '' ||
    url.hash !== '' ||
    url.username !== ''
  )
    throw new ConfigurationError(
      `PUBLIC_URL is "${text}"; expected an http or https address without parameters, e.g. https://bogen.example.org.`,
    );
  return url.href.replace(/\/+$/, '');
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
