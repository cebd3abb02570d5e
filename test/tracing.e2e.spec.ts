import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import supertest from 'supertest';
import { redirectLog } from '../apps/api/src/logging/log.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { samples } from './harness/metrics.js';
import { startOtlpReceiver, type OtlpReceiver, type ReceivedSpan } from './harness/otlp-receiver.js';

/** Part of each text that the caller sends; none of it may reach the collector. */
const CANARY = 'kanarienvogel';

/**
 * Seen red: with the statement itself among the attributes (the first test); without the preValidation hook, where statements
 * hang on no operation (the first test); with aliases for names of fields and no allow-list in `describe` (the third).
 */
describe('traces over OTLP', () => {
  let receiver: OtlpReceiver;
  let api: TestApi;
  let admin: string;

  beforeAll(async () => {
    receiver = await startOtlpReceiver();
    api = await startTestApi({
      environment: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_BSP_SCHEDULE_DELAY: '50' },
    });
    await api.importPath('studies/integration-2021');
    admin = await api.token(Role.ADMIN);
  });
  afterAll(async () => {
    await api.stop();
    await receiver.stop();
  });

  /** Sends an operation as part of a trace of ours. @returns the trace's id and the id of the span that it hangs on */
  async function send(body: object, headers: Record<string, string> = {}): Promise<{ trace: string; parent: string }> {
    const [trace, parent] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
    await supertest(api.url)
      .post('/graphql')
      .set('Authorization', `Bearer ${admin}`)
      .set('traceparent', `00-${trace}-${parent}-01`)
      .set(headers)
      .send(body);
    return { trace, parent };
  }

  const childrenOf = (spans: readonly ReceivedSpan[], parent: string): readonly ReceivedSpan[] =>
    spans.filter(({ parentSpanId }) => parentSpanId === parent);
  const only = (spans: readonly ReceivedSpan[]): ReceivedSpan => {
    expect(spans.map(({ name }) => name)).toHaveLength(1);
    return spans[0]!;
  };

  it('lead from the request through the operation and its field to the statements', async () => {
    const { trace, parent } = await send({ query: '{ study(slug: "integration-2021") { slug } }' });
    const spans = await receiver.trace(trace, 'POST /graphql');

    const request = only(childrenOf(spans, parent));
    expect([request.name, request.attributes['http.response.status_code']]).toEqual(['POST /graphql', 200]);
    // Beside the operation: what the caller's budget is taken from, once in a while.
    const operation = only(childrenOf(spans, request.spanId).filter(({ name }) => !name.endsWith(' rate_budget')));
    expect(operation.name).toBe('query study');
    const field = only(childrenOf(spans, operation.spanId).filter(({ name }) => name.startsWith('Query.')));
    expect(field.name).toBe('Query.study');
    const statements = childrenOf(spans, field.spanId);
    expect(statements.length).toBeGreaterThan(0);
    for (const { attributes } of statements) {
      expect(Object.keys(attributes).sort()).toEqual(['db.collection.name', 'db.operation.name', 'db.system.name']);
      expect(attributes['db.operation.name']).toBe('SELECT');
    }
    // Every span hangs on another of the same trace: none is lost on the way.
    const ids = new Set([parent, ...spans.map(({ spanId }) => spanId)]);
    expect(spans.filter(({ parentSpanId }) => !ids.has(parentSpanId ?? ''))).toEqual([]);
  });

  it('begin anew where no trace is named, and leave probes out', async () => {
    await supertest(api.url).get('/health/ready').expect(200);
    const before = receiver.spans().length;
    await api.query('{ studies { slug } }', {}, admin);
    const roots = async (): Promise<readonly ReceivedSpan[]> => {
      for (;;) {
        const found = receiver
          .spans()
          .slice(before)
          .filter(({ name }) => name === 'POST /graphql');
        if (found.length > 0) return found;
        await sleep(50);
      }
    };

    expect(only(await roots()).parentSpanId ?? '').toBe('');
    expect(receiver.spans().filter(({ name }) => name.includes('health'))).toEqual([]);
  });

  it('hold nothing of what a caller sends', async () => {
    const sent = [
      await send({
        query: `query ${CANARY}Name($slug: String!) { ${CANARY}Alias: study(slug: $slug) { slug } study(slug: "${CANARY} text") { slug } }`,
        variables: { slug: `${CANARY} variable` },
      }),
      await send({
        query: 'mutation($input: TakeFreezeInput!) { takeFreeze(input: $input) { errors { message } } }',
        variables: { input: { study: 'integration-2021', name: `${CANARY}-freeze`, note: `${CANARY} note` } },
      }),
      await send({ query: `{ ${CANARY}Field }` }),
      await send(
        { query: '{ study(slug: "x") { slug } }' },
        { tracestate: `vendor=${CANARY}`, baggage: `key=${CANARY}`, 'X-Request-Id': CANARY, 'User-Agent': CANARY },
      ),
    ];
    for (const { trace } of sent) await receiver.trace(trace, 'POST /graphql');
    await supertest(api.url).get(`/${CANARY}/path?${CANARY}=query`);
    await supertest(api.url).get(`/exchange/downloads/${CANARY}`);
    const { trace } = await send({ query: '{ studies { slug } }' });
    await receiver.trace(trace, 'POST /graphql');

    expect(receiver.text()).toContain('Mutation.takeFreeze');
    expect(receiver.text()).not.toContain(CANARY);
    expect(receiver.text()).not.toContain(admin);
  });

  it('that a collector refuses are counted and told, and keep nobody waiting', async () => {
    const lines: string[] = [];
    const restore = redirectLog((line) => lines.push(line));
    try {
      receiver.refuse();
      const notSent = async () =>
        samples((await supertest(api.url).get('/metrics')).text).value('reflexbogen_tracing_spans_not_sent_total');
      const answer = await api.query<{ studies: object[] }>('{ studies { slug } }', {}, admin);

      expect(answer.data.studies).toHaveLength(1);
      while ((await notSent()) === 0) await sleep(50);
      expect(lines.some((line) => line.includes('tracing.not-sent'))).toBe(true);
    } finally {
      restore();
    }
  });
});
