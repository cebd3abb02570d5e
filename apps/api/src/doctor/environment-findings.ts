import { statfs } from 'node:fs/promises';
import { createTransport } from 'nodemailer';
import { IdentityProvider } from '../access/identity-provider.js';
import type { Configuration } from '../configuration.js';
import type { MailConfiguration } from '../mail/mail-configuration.js';
import { VERSION } from '../version.js';
import { fault, ok, placeOf, reasonOf, warning, type Finding } from './finding.js';

const PATIENCE_MS = 5_000;
const MIB = 1_048_576;
const DISK_WARNING_MIB = 2_048;
const DISK_FAULT_MIB = 256;
const NODE = [20, 19] as const;

/** Node, and room on the disk of the data folder. */
export async function machineFindings(
  { dataDir }: Configuration,
  node = process.versions.node,
): Promise<readonly Finding[]> {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const isNew = major > NODE[0] || (major === NODE[0] && minor >= NODE[1]);
  const expected = `Node ${NODE.join('.')} or newer is needed: install it.`;
  return [
    isNew ? ok('machine', `Node ${node}`) : fault('machine', `Node ${node}`, expected),
    await diskFinding(dataDir),
  ];
}

async function diskFinding(folder: string): Promise<Finding> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return diskFindingOf(folder, Math.floor((bavail * bsize) / MIB));
  } catch (error) {
    return fault(
      'machine',
      `${folder} cannot be looked at: ${reasonOf(error)}`,
      'Set DATA_DIR to a folder that this user may write to.',
    );
  }
}

/** @param free mebibytes that this user may still fill */
export function diskFindingOf(folder: string, free: number): Finding {
  const what = `${free} MiB free in ${folder}`;
  if (free >= DISK_WARNING_MIB) return ok('machine', what);
  const mend = 'Make room, or move DATA_DIR; PostgreSQL stops where its disk is full.';
  return free >= DISK_FAULT_MIB ? warning('machine', what, mend) : fault('machine', what, mend);
}

/** Whether the service itself answers, at the address where this environment starts it. */
export async function serviceFindings({ host, port }: Configuration): Promise<readonly Finding[]> {
  const place = `${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;
  try {
    const answer = await fetch(`http://${place}/health/ready`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const body = (await answer.json()) as { readonly reason?: unknown };
    return answer.ok
      ? [ok('service', `ready at ${place}; this is version ${VERSION}`)]
      : [
          fault(
            'service',
            `not ready at ${place}: ${typeof body.reason === 'string' ? body.reason : answer.status}`,
            'See what is said about the database, and the log.',
          ),
        ];
  } catch (error) {
    return [warning('service', `does not answer at ${place}: ${reasonOf(error)}`, 'Start it, or set HOST and PORT.')];
  }
}

/** Whether mails can be handed over. */
export async function mailFindings({ smtp, from }: MailConfiguration): Promise<readonly Finding[]> {
  if (smtp === null)
    return [warning('mail', 'no server: mails wait until there is one', 'Set SMTP_URL, MAIL_FROM and PUBLIC_URL.')];
  const place = `${smtp.host}:${smtp.port}`;
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.tls === 'IMPLICIT',
    requireTLS: smtp.tls === 'REQUIRED',
    ignoreTLS: smtp.tls === 'OFF',
    ...(smtp.user === null ? {} : { auth: { user: smtp.user, pass: smtp.password ?? '' } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await transport.verify();
    return [
      ok('mail', `${place} takes mails of ${from.address}`),
      ...(smtp.tls === 'OFF'
        ? [warning('mail', 'sign-in links travel unencrypted', 'Leave tls=off out of SMTP_URL.')]
        : []),
    ];
  } catch (error) {
    return [
      fault(
        'mail',
        `${place} does not take mails: ${reasonOf(error)}`,
        'See SMTP_URL: host, port, tls, user, password.',
      ),
    ];
  } finally {
    transport.close();
  }
}

/** Whether the identity provider can be asked. */
export async function signInFindings({ token, publicUrl, production }: Configuration): Promise<readonly Finding[]> {
  if (token.kind === 'development')
    return [
      production
        ? fault('sign-in', 'the development issuer', 'Set AUTH_ISSUER.')
        : token.isForEverybody
          ? warning(
              'sign-in',
              'the development issuer, for whoever reaches the port',
              'Publish the port to this machine alone.',
            )
          : ok('sign-in', 'the development issuer of this machine'),
    ];
  const place = placeOf(token.jwksUrl ?? token.issuer);
  const address = token.jwksUrl === null ? 'AUTH_ISSUER' : 'AUTH_JWKS_URL';
  try {
    if (token.jwksUrl === null) await new IdentityProvider(token).client();
    else await keysAt(token.jwksUrl);
    return [
      ok('sign-in', `${place} answers for ${token.issuer}`),
      ...(token.client === null
        ? [warning('sign-in', 'nobody signs in through the web app', 'Set AUTH_CLIENT_ID and PUBLIC_URL.')]
        : [ok('sign-in', `the web app signs in as ${token.client.id} and comes back to ${publicUrl ?? 'nowhere'}`)]),
    ];
  } catch (error) {
    return [fault('sign-in', `${place} does not answer as a provider: ${reasonOf(error)}`, `See ${address}.`)];
  }
}

async function keysAt(url: string): Promise<void> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  const body: unknown = answer.ok ? await answer.json() : null;
  if (typeof body !== 'object' || body === null || !('keys' in body) || !Array.isArray(body.keys))
    throw Object.assign(new Error('no key set'), { code: answer.ok ? 'NO_KEY_SET' : `HTTP_${answer.status}` });
}

/** Metrics and traces. */
export async function observingFindings({
  metricsToken,
  production,
  tracing,
}: Configuration): Promise<readonly Finding[]> {
  const metrics =
    metricsToken !== null
      ? ok('observing', '/metrics for whoever sends METRICS_TOKEN')
      : production
        ? warning('observing', '/metrics is closed', 'Set METRICS_TOKEN, and send it from Prometheus.')
        : ok('observing', '/metrics for this machine');
  if (tracing === null) return [metrics, ok('observing', 'nothing is traced (OTEL_EXPORTER_OTLP_ENDPOINT)')];
  const place = placeOf(tracing.url);
  try {
    const answer = await fetch(tracing.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"resourceSpans":[]}',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return [
      metrics,
      answer.ok
        ? ok('observing', `${place} takes traces`)
        : warning(
            'observing',
            `${place} does not take traces: HTTP_${answer.status}`,
            'See OTEL_EXPORTER_OTLP_ENDPOINT.',
          ),
    ];
  } catch (error) {
    const what = `${place} does not take traces: ${reasonOf(error)}`;
    return [metrics, warning('observing', what, 'See OTEL_EXPORTER_OTLP_ENDPOINT; the service runs without.')];
  }
}
