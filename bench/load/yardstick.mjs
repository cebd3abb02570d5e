/** What bare PostgreSQL does of the same work on the same server, in the same run. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { ROWS } from '../autosave.mjs';
import { BENCH_PERSON } from '../database.mjs';
import { questionCode } from '../synthetic.mjs';
import { openLoop } from './open-loop.mjs';

const HASH = '0'.repeat(64);
const CONNECTIONS = 8;

async function connected(url, count, work) {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    return await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** A sheet for the yardstick alone, with its row. */
async function openSheet(client, { study, roundId }, place) {
  await client.query(
    `INSERT INTO response (municipality_id, round_id, question_set_id, status, version)
     SELECT $1, $2, question_set_id, 'DRAFT', 1 FROM round WHERE id = $2`,
    [study.ids[place], roundId],
  );
}

/**
 * The rows of a save as one statement on one connection, at moments of their own while the service works.
 * @param acts as openLoop takes them @returns the same, done
 */
export const rowsBeside = (stage, place, acts) =>
  connected(stage.database.ownerUrl, 1, async ([client]) => {
    await openSheet(client, stage, place);
    let turn = 0;
    const perform = () => {
      const question = questionCode((turn += 1) % stage.questionIds.size);
      const key = [stage.study.ids[place], stage.roundId, stage.questionIds.get(question)];
      return client.query(ROWS, [...key, String((turn % 5) + 1), BENCH_PERSON, HASH, question, randomUUID()]);
    };
    return openLoop(acts, () => ({ actor: 'yardstick', perform }));
  });

/** The rows of a whole sheet that is filled and handed in, as one statement: answers, events, key, submission. */
const WHOLE_SHEET = `WITH sent AS (SELECT * FROM unnest($3::bigint[], $4::text[], $5::text[]) WITH ORDINALITY AS s (id, code, value, number)),
  sheet AS (
    INSERT INTO response (municipality_id, round_id, question_set_id, status, version, events, event_hash)
    SELECT $1::uuid, $2::uuid, question_set_id, 'SUBMITTED', 2, cardinality($3::bigint[]) + 1, $7 FROM round WHERE id = $2
    RETURNING question_set_id),
  answered AS (
    INSERT INTO answer (municipality_id, round_id, question_id, value, revision, saved_by)
    SELECT $1, $2, id, value, 1, $6::uuid FROM sent, sheet),
  written AS (
    INSERT INTO sheet_event (municipality_id, round_id, number, at, actor, role, act, object, new, revision, hash)
    SELECT $1, $2, number, clock_timestamp(), $6, 'RESPONDENT', 'SAVE_ANSWER', code, value, 1, $7 FROM sent, sheet),
  kept AS (
    INSERT INTO idempotency_key (municipality_id, actor, key, payload_hash, result) SELECT $1, $6, $8, $7, '{}' FROM sheet)
  INSERT INTO submission (municipality_id, round_id, number, question_set_id, vector, answered, submitted_at, submitted_by, receipt)
  SELECT $1, $2, 1, question_set_id, $9, cardinality($3::bigint[]), clock_timestamp(), $6, $7 FROM sheet`;

/** Whole sheets per second on eight connections that wait for each. @param places municipalities whose sheets may be written */
export const wholeSheetsBare = (stage, places) =>
  connected(stage.database.ownerUrl, CONNECTIONS, async (clients) => {
    const codes = [...stage.questionIds.keys()];
    const ids = [...stage.questionIds.values()];
    const values = codes.map((_, index) => String((index % 5) + 1));
    const left = [...places];
    const started = performance.now();
    await Promise.all(
      clients.map(async (client) => {
        for (let place = left.pop(); place !== undefined; place = left.pop())
          await client.query(WHOLE_SHEET, [
            stage.study.ids[place],
            stage.roundId,
            ids,
            codes,
            values,
            BENCH_PERSON,
            HASH,
            randomUUID(),
            Buffer.alloc(codes.length, 1),
          ]);
      }),
    );
    return (places.length * 1000) / (performance.now() - started);
  });
