/** Sends acts as a browser's client does: repeats with the same key what was refused for now, or not answered. Counts all of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';

/** How long an act is repeated until it is given up, in milliseconds. */
const PATIENCE_MS = 60_000;
/** Without an answer for so long, a request counts as lost. */
const ANSWER_MS = 30_000;
/** Before a repetition, where the service does not say: in milliseconds. */
const PAUSE_MS = 1_000;
const REFERENCE = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

export const emptyCounts = () => ({
  acts: 0,
  acknowledged: 0,
  attempts: 0,
  retries: 0,
  /** 503: the service has more to do than it can. */
  backpressure: 0,
  /** 429: a budget is used up. */
  rateLimited: 0,
  /** No answer, half an answer, or a connection that broke. */
  unanswered: 0,
  /** Acts that were repeated in vain for a minute. */
  givenUp: 0,
  /** Acts with an answer that says no, or any other status. */
  errors: 0,
});

export class ActClient {
  /** Counts by kind of act. */
  counts = new Map();
  /** What errors said, and how often. */
  said = new Map();

  constructor(url, { patienceMs = PATIENCE_MS, answerMs = ANSWER_MS, pauseMs = PAUSE_MS, connections = 1024 } = {}) {
    this.url = url;
    this.patienceMs = patienceMs;
    this.pauseMs = pauseMs;
    this.agent = new Agent({
      connections,
      pipelining: 1,
      keepAliveTimeout: 60_000,
      headersTimeout: answerMs,
      bodyTimeout: answerMs,
    });
  }

  countsOf(kind) {
    const counts = this.counts.get(kind) ?? emptyCounts();
    this.counts.set(kind, counts);
    return counts;
  }

  /**
   * @param act.kind field that is asked for; its `errors`, if it has any, are a no
   * @param act.request `{ query, variables }`; variables hold the idempotency key of whatever writes
   * @returns the field's value, or null where the act was given up or refused
   */
  async act({ kind, token, address, request }) {
    const counts = this.countsOf(kind);
    counts.acts += 1;
    const body = JSON.stringify(request);
    const deadline = Date.now() + this.patienceMs;
    for (let attempt = 0; ; attempt += 1) {
      counts.attempts += 1;
      if (attempt > 0) counts.retries += 1;
      const answer = await this.#attempt(kind, { token, address, body });
      if ('value' in answer) {
        counts.acknowledged += 1;
        return answer.value;
      }
      counts[answer.why] += 1;
      if (answer.why === 'errors') {
        const text = `${kind}: ${answer.text}`;
        this.said.set(text, (this.said.get(text) ?? 0) + 1);
        return null;
      }
      // Each somewhat later than the service says, so that not all come back at once.
      const pause = (answer.afterMs ?? this.pauseMs) * (1 + Math.random());
      if (Date.now() + pause > deadline) {
        counts.givenUp += 1;
        return null;
      }
      await sleep(pause);
    }
  }

  async #attempt(kind, { token, address, body }) {
    let status;
    let headers;
    let text;
    try {
      const answer = await this.agent.request({
        origin: this.url,
        path: '/graphql',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          'x-forwarded-for': address,
        },
        body,
      });
      ({ statusCode: status, headers } = answer);
      text = await answer.body.text();
    } catch (error) {
      return { why: 'unanswered', text: String(error) };
    }
    const after = Number(headers['retry-after']);
    const afterMs = Number.isFinite(after) ? after * 1000 : undefined;
    if (status === 503) return { why: 'backpressure', afterMs };
    if (status === 429) return { why: 'rateLimited', afterMs };
    // It was ended on the way, and may have been done: the key tells.
    if (status === 400 && text.includes('"LIMIT_DEADLINE"')) return { why: 'unanswered', text };
    return status === 200 ? valueIn(kind, text) : { why: 'errors', text: `HTTP ${status}: ${shortened(text)}` };
  }

  close() {
    return this.agent.destroy();
  }
}

/** Without what is different each time. */
const shortened = (text) => text.replace(REFERENCE, '…').slice(0, 200);

function valueIn(kind, text) {
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return { why: 'unanswered', text: 'an answer that is no JSON' };
  }
  const value = body.data?.[kind];
  const problems = body.errors ?? value?.errors ?? [];
  if (problems.length > 0 || value === undefined || value === null)
    return { why: 'errors', text: shortened(JSON.stringify(problems)) };
  return { value };
}
