/* global AbortSignal -- Node's own */
/** What a deadline day needs: a database with a panel and an open round, an identity provider's keys, and the built service. */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { openRound } from '../autosave.mjs';
import { settle, startDatabase, writeStudy } from '../database.mjs';

const MAIN = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const STUDY = 'deadline';
export const ROUND = 'open';
const ISSUER = 'urn:reflexbogen:bench';
const READY_MS = 120_000;

export async function openStage(folder, { municipalities, questions, log }) {
  const database = await startDatabase(folder, 'database');
  const opened = [database];
  try {
    const size = { municipalities, questions, rounds: 1 };
    const study = await writeStudy(database.repositories, STUDY, size);
    const { roundId, questions: questionIds } = await openRound(database, study);
    await settle(database);
    const provider = await startProvider();
    opened.unshift(provider);
    const service = await startService(folder, database, { keysUrl: provider.url, log });
    opened.unshift(service);
    return {
      database,
      service,
      study,
      roundId,
      questionIds,
      /** A respondent's token of a municipality by its place in the panel. */
      tokenOf: (place, name) =>
        provider.sign({
          name,
          roles: ['RESPONDENT'],
          studies: [STUDY],
          municipality: study.codes[place],
          signatory: true,
        }),
      responseOf: (place) => Buffer.from((study.ids[place] + roundId).replaceAll('-', ''), 'hex').toString('base64url'),
      stop: () => stopAll(opened),
    };
  } catch (error) {
    await stopAll(opened);
    throw error;
  }
}

async function stopAll(opened) {
  for (const one of opened) await one.stop();
}

/** Keys at an address, and tokens that they verify: what a deadline day has in production. */
async function startProvider() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' }] });
  const server = createServer((_, response) => response.setHeader('content-type', 'application/json').end(keys));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/keys`,
    sign: (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'bench', typ: 'at+jwt' })
        .setSubject(createHash('sha256').update(claims.name).digest('hex'))
        .setIssuer(ISSUER)
        .setAudience('reflexbogen')
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(privateKey),
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const freePort = async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
};

/** The built service as in production, with the budgets that it has by itself; every municipality has an address of its own. */
async function startService(folder, { ownerUrl }, { keysUrl, log }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const metricsToken = randomBytes(32).toString('hex');
  const output = openSync(log, 'a');
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: ownerUrl,
      AUTH_ISSUER: ISSUER,
      AUTH_JWKS_URL: keysUrl,
      METRICS_TOKEN: metricsToken,
      TRUSTED_PROXIES: '127.0.0.1',
    },
    stdio: ['ignore', output, output],
  });
  const ready = async () => (await fetch(`${url}/health/ready`).catch(() => null))?.ok === true;
  for (const began = Date.now(); !(await ready()); await sleep(100))
    if (child.exitCode !== null || Date.now() - began > READY_MS)
      throw new Error(`the service does not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
  return {
    url,
    pid: child.pid,
    /** A reading of /metrics: name to value, of those without labels. @returns null where there was no answer in time */
    metrics: async () => {
      const answer = await fetch(`${url}/metrics`, {
        headers: { authorization: `Bearer ${metricsToken}` },
        signal: AbortSignal.timeout(10_000),
      }).catch(() => null);
      if (answer?.ok !== true) return null;
      const lines = (await answer.text()).matchAll(/^(\w+) (\S+)$/gm);
      return new Map([...lines].map(([, name, value]) => [name, Number(value)]));
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
