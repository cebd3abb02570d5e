/** Collecting through the complete service: [autosave], [autosave-rows], [submit] and [live-event]. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { startChild } from './child.mjs';
import { BENCH_PERSON, startDatabase, writeStudy } from './database.mjs';
import { checked } from './http.mjs';
import { openClient } from './http-client.mjs';
import { entry, interleaved, median, SIZES } from './measure.mjs';
import { questionCode } from './synthetic.mjs';

const EDITORS = 8;
const SAVES = 100;
const QUESTIONS = SIZES.S.questions;
const STUDY = 'autosave';
const ROUND = 'open';
/** Sheets by their place in the panel: that of the service is the first. */
const [BARE, WHOLE] = [1, 2];

const SAVE = `mutation Save($input: SaveAnswersInput!) {
  saveAnswers(input: $input) { saved { question revision } conflicts { question } errors { code message } }
}`;
const SUBMIT = `mutation Submit($input: SubmitResponseInput!) {
  submitResponse(input: $input) { response { status } errors { code message } }
}`;
const SHEET = `query Sheet($municipality: String!) {
  sheet(study: "${STUDY}", round: "${ROUND}", municipality: $municipality) { response { id } }
}`;
const CHANGED = `subscription Changed($response: ID!) { sheetChanged(response: $response) { cursor question } }`;

/** What a save comes down to without the service: one row, if it still is what was seen. */
const UPSERT = `INSERT INTO answer (municipality_id, round_id, question_id, value, revision, saved_by)
  VALUES ($1, $2, $3, $4, 1, $5) ON CONFLICT (municipality_id, round_id, question_id)
  DO UPDATE SET value = excluded.value, revision = answer.revision + 1, saved_at = clock_timestamp()`;

/** The rows that an acknowledged save leaves: answer, event of the history, key, and the count of the sheet; as one statement. */
export const ROWS = `WITH counted AS (
    UPDATE response SET version = version + 1, events = events + 1, event_hash = $6, updated_at = now()
    WHERE municipality_id = $1 AND round_id = $2 RETURNING events),
  saved AS (
    INSERT INTO answer (municipality_id, round_id, question_id, value, revision, saved_by)
    SELECT $1::uuid, $2::uuid, $3::bigint, $4::text, 1, $5::uuid FROM counted
    ON CONFLICT (municipality_id, round_id, question_id)
    DO UPDATE SET value = excluded.value, revision = answer.revision + 1, saved_at = clock_timestamp() RETURNING revision),
  written AS (
    INSERT INTO sheet_event (municipality_id, round_id, number, at, actor, role, act, object, new, revision, hash)
    SELECT $1, $2, events, clock_timestamp(), $5, 'RESPONDENT', 'SAVE_ANSWER', $7::text, $4, revision, $6::text
    FROM counted, saved)
  INSERT INTO idempotency_key (municipality_id, actor, key, payload_hash, result) VALUES ($1, $5, $8, $6, '{}')`;
const HASH = '0'.repeat(64);

/** A round that is open, beside the ones that are over. */
export async function openRound({ ownerUrl }, study) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query(
    `INSERT INTO round (study_id, code, year, question_set_id, opens_at, closes_at, status)
     SELECT study_id, $2, year + 1, question_set_id, now() - interval '1 day', now() + interval '1 day', 'OPEN'
     FROM round WHERE id = $1 RETURNING id`,
    [study.rounds.at(-1).id, ROUND],
  );
  const questions = await client.query('SELECT code, id FROM question');
  await client.end();
  return { roundId: rows[0].id, questions: new Map(questions.rows.map(({ code, id }) => [code, id])) };
}

/** Every editor has questions of its own, as departments have; all work on one sheet. */
const questionOf = (editor, turn) => questionCode((editor + EDITORS * turn) % QUESTIONS);

export async function* benchAutosave({ folder }) {
  const database = await startDatabase(folder, 'autosave');
  try {
    const study = await writeStudy(database.repositories, STUDY, { ...SIZES.S, rounds: 1 });
    const { roundId, questions } = await openRound(database, study);
    const service = await startChild('./service-child.mjs', {
      appUrl: database.appUrl,
      dataDir: database.dataDir,
      slug: STUDY,
      from: ROUND,
      to: ROUND,
    });
    try {
      yield* measured({ database, study, service, roundId, questions });
    } finally {
      await service.stop();
    }
  } finally {
    await database.stop();
  }
}

async function* measured({ database, study, service, roundId, questions }) {
  const open = [];
  try {
    yield* compared({ database, study, service, roundId, questions, open });
  } finally {
    for (const close of open) await close();
  }
}

async function* compared({ database, study, service, roundId, questions, open }) {
  const editors = await Promise.all(
    Array.from({ length: EDITORS }, async () => {
      const client = await openClient(service.url, { token: service.token });
      open.push(() => client.close());
      return client;
    }),
  );
  const raw = await Promise.all(
    Array.from({ length: EDITORS }, async () => {
      // As the service's role, whose policies are asked as well.
      const client = new pg.Client({ connectionString: database.appUrl, options: '-c reflexbogen.reach=SERVICE' });
      await client.connect();
      open.push(() => client.end());
      return client;
    }),
  );
  const ask = (client, query, variables) => checked(client, client.request(query, variables));
  const responseOf = async (index) =>
    (await ask(editors[0], SHEET, { municipality: study.codes[index] })).sheet.response.id;
  const response = await responseOf(0);
  const revisions = new Map();
  const save = async (client, id, question, level) => {
    const key = `${id} ${question}`;
    const { saveAnswers } = await ask(client, SAVE, {
      input: {
        response: id,
        idempotencyKey: randomUUID(),
        answers: [{ question, value: { level }, basedOnRevision: revisions.get(key) ?? 0 }],
      },
    });
    if (saveAnswers.saved.length !== 1) throw new Error(JSON.stringify(saveAnswers));
    revisions.set(key, saveAnswers.saved[0].revision);
  };
  // The raw statements have sheets of their own to write to.
  for (const index of [BARE, WHOLE]) await save(editors[0], await responseOf(index), questionCode(0), '1');
  const levelOf = (turn) => String((turn % 5) + 1);
  const together = (act) =>
    Promise.all(
      Array.from({ length: EDITORS }, async (_, editor) => {
        for (let turn = 0; turn < SAVES; turn += 1) await act(editor, turn);
      }),
    );
  const parameters = (index, editor, turn) => [
    study.ids[index],
    roundId,
    questions.get(questionOf(editor, turn)),
    levelOf(turn + editor),
    BENCH_PERSON,
  ];
  const times = await interleaved(
    {
      service: () =>
        together((editor, turn) => save(editors[editor], response, questionOf(editor, turn), levelOf(turn + editor))),
      raw: () => together((editor, turn) => raw[editor].query(UPSERT, parameters(BARE, editor, turn))),
      rows: () =>
        together((editor, turn) =>
          raw[editor].query(ROWS, [...parameters(WHOLE, editor, turn), HASH, questionOf(editor, turn), randomUUID()]),
        ),
    },
    { runs: 8, warmUp: 3 },
  );
  const perSecond = (ms) => (EDITORS * SAVES * 1000) / ms;
  yield entry({
    name: 'autosave',
    size: `${EDITORS} editors, one sheet`,
    subject: perSecond(times.service),
    yardstick: perSecond(times.raw),
    unit: 'saves/s',
    limit: { least: 0.8 },
  });
  yield entry({
    name: 'autosave-rows',
    size: `${EDITORS} editors, one sheet`,
    subject: perSecond(times.service),
    yardstick: perSecond(times.rows),
    unit: 'saves/s',
    limit: { least: 0.8 },
  });

  yield await submissions({ editors, study, responseOf, ask, save });
  yield await events({ service, response, save: (level) => save(editors[0], response, questionCode(0), level) });
}

/** Handing in sheets of 60 answers, against saving one answer on each. */
async function submissions({ editors, study, responseOf, ask, save }) {
  const [saving, submitting] = [[], []];
  for (let index = WHOLE + 1; index < study.ids.length; index += 1) {
    const id = await responseOf(index);
    for (let question = 0; question < QUESTIONS; question += 1) {
      const started = performance.now();
      await save(editors[0], id, questionCode(question), '2');
      saving.push(performance.now() - started);
    }
    const started = performance.now();
    const { submitResponse } = await ask(editors[0], SUBMIT, { input: { response: id } });
    submitting.push(performance.now() - started);
    if (submitResponse.errors.length > 0) throw new Error(JSON.stringify(submitResponse.errors));
  }
  return entry({
    name: 'submit',
    size: `${QUESTIONS} questions`,
    subject: 1000 / median(submitting),
    yardstick: 1000 / median(saving),
    unit: 'per s',
    limit: { least: 0 },
  });
}

/** From sending a save to hearing of it at another socket, against the save alone. */
async function events({ service, response, save }) {
  const client = createClient({
    url: `${service.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${service.token}` },
  });
  let heard = () => undefined;
  const unsubscribe = client.subscribe(
    { query: CHANGED, variables: { response } },
    { next: () => heard(), error: (error) => heard(error), complete: () => undefined },
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  const [hearing, saving] = [[], []];
  for (let turn = 0; turn < 100; turn += 1) {
    const started = performance.now();
    const event = new Promise((resolve, reject) => {
      heard = (error) => (error === undefined ? resolve(performance.now() - started) : reject(error));
    });
    await save(String((turn % 5) + 1));
    saving.push(performance.now() - started);
    hearing.push(await event);
  }
  unsubscribe();
  await client.dispose();
  return entry({
    name: 'live-event',
    size: 'one save',
    subject: median(hearing),
    yardstick: median(saving),
    unit: 'ms',
    limit: { most: 3 },
  });
}
