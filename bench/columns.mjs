/** Columns in memory: [sheet-cold], [bytes-per-answer] and [submission-visible]. */
import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import pg from 'pg';
import { HeavyReads } from '../libs/persistence/dist/index.js';
import { ColumnStore } from '../apps/api/dist/comparison/column.store.js';
import { entry, interleaved, say, SIZES, sizeText } from './measure.mjs';
import { BENCH_PERSON, openRepositories, settle, writeStudy } from './database.mjs';
import { compared } from './sheet.mjs';

/** Stands for the connection that listens: says what the bench tells it to. */
class Notices extends EventEmitter {
  start() {
    return Promise.resolve();
  }
  stop() {
    return Promise.resolve();
  }
}

/** The service's store on the given repositories, as one replica has it. */
async function openStore({ dataSource, studies, rounds, municipalities, questionSets, submissions }) {
  const notices = new Notices();
  const reads = new HeavyReads({ primary: dataSource, replica: null });
  const store = new ColumnStore(studies, rounds, municipalities, questionSets, submissions, reads, notices, {
    columnBytes: 4e9,
  });
  await store.onModuleInit();
  return { store, notices };
}

/**
 * [sheet-cold]: panel, question sets and two rounds read, turned into columns and compared, against `pg` reading the same
 * bytes: the same rows of the submission table with the same types (bytea), no ordering, nothing done with them.
 */
export async function* benchCold({ database, study }) {
  const { store } = await openStore(database.repositories);
  const pair = study.rounds.slice(-2);
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  const read = async () => {
    for (const { id } of pair)
      await client.query({
        text: 'SELECT municipality_id, question_set_id, sequence, vector, numbers FROM submission WHERE round_id = $1',
        values: [id],
        rowMode: 'array',
      });
  };
  const cold = async () => {
    store.reset();
    const base = await store.base(study.id, study.templateId);
    const [from, to] = await Promise.all(pair.map((round) => store.columns(base, round)));
    compared(from, to);
  };
  try {
    const times = await interleaved({ read, cold }, { runs: 15 });
    yield entry({
      name: 'sheet-cold',
      size: sizeText({ ...study.size, rounds: 2 }),
      subject: times.cold,
      yardstick: times.read,
      unit: 'ms',
      limit: { most: 1.5 },
    });
  } finally {
    await client.end();
  }
}

/** What the process holds, garbage aside. */
function held() {
  for (let round = 0; round < 4; round += 1) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function bytesPerAnswer(repositories, study) {
  const { store } = await openStore(repositories);
  const base = await store.base(study.id, study.templateId);
  // One round more than is counted, so that what is made once does not count as an answer.
  await store.columns(base, study.rounds[0]);
  const before = held();
  for (const round of study.rounds.slice(1)) await store.columns(base, round);
  const after = held();
  const answers = (study.rounds.length - 1) * study.size.municipalities * study.size.questions;
  if (store === undefined) throw new Error('the store must outlive the measurement');
  return (after - before) / answers;
}

/** [bytes-per-answer]: what the process grows by, everything included; a number takes eight bytes more than a level. */
export async function* benchBytes({ database, study }) {
  if (globalThis.gc === undefined) throw new Error('run with --expose-gc');
  const mixed = await writeStudy(
    database.repositories,
    'bench-numbers',
    { ...SIZES.M, rounds: 3 },
    { numberEvery: 20 },
  );
  for (const [what, each] of [
    ['levels', study],
    ['1 in 20 a number', mixed],
  ])
    yield entry({
      name: 'bytes-per-answer',
      size: `${sizeText(each.size)} ${what}`,
      subject: await bytesPerAnswer(database.repositories, each),
      yardstick: 1,
      unit: 'B',
      limit: { most: 1.2 },
    });
}

const PATCHES = 400;

/** Hands in again, for municipalities spread over the panel; returns the notices. */
async function resubmit({ dataSource, submissions }, study) {
  const round = study.rounds.at(-1);
  const step = Math.floor(study.ids.length / PATCHES);
  const notices = [];
  await dataSource.transaction(async (manager) => {
    for (let index = 0; index < PATCHES; index += 1) {
      const municipalityId = study.ids[index * step];
      const sequence = await submissions.insert(
        {
          municipalityId,
          roundId: round.id,
          number: 2,
          questionSetId: round.questionSetId,
          vector: new Uint8Array(study.size.questions).fill(4),
          numbers: null,
          texts: null,
          comments: null,
          answered: study.size.questions,
          submittedAt: new Date(),
          submittedBy: BENCH_PERSON,
          receipt: '1'.repeat(64),
        },
        study.id,
        manager,
      );
      notices.push({ studyId: study.id, roundId: round.id, municipalityId, sequence });
    }
  });
  return notices;
}

/** A replica that holds the last round's columns and is told of one submission after the other. */
async function replicaOf(database, study) {
  const repositories = await openRepositories(database.appUrl);
  const { store, notices } = await openStore(repositories);
  const base = await store.base(study.id, study.templateId);
  const round = study.rounds.at(-1);
  const columns = await store.columns(base, round);
  // Whoever handed in nothing in this round has no response row that a submission could refer to.
  const able = study.ids.filter((_, index) => columns.columns.get('q001').states[index] < 244);
  const told = await resubmit(repositories, { ...study, ids: able });
  const states = columns.columns.get('q001').states;
  // A value that no submission has, so that every patch can be seen.
  for (const { municipalityId } of told) states[base.indexById.get(municipalityId)] = 3;
  return {
    close: () => repositories.dataSource.destroy(),
    see: async (index) => {
      const notice = told[index % told.length];
      const row = base.indexById.get(notice.municipalityId);
      const started = performance.now();
      notices.emit('submission', notice);
      while (states[row] !== 4) await setImmediate();
      return performance.now() - started;
    },
  };
}

/** [submission-visible]: from notice to columns, at 11,000 municipalities against 1,000. */
export async function* benchVisible({ database, study }) {
  const small = await writeStudy(database.repositories, 'bench-small', {
    ...study.size,
    municipalities: 1_000,
    rounds: 2,
  });
  await settle(database);
  say('submission-visible: 400 submissions to a replica of each');
  const [few, many] = [await replicaOf(database, small), await replicaOf(database, study)];
  try {
    const times = await interleaved(
      { few: (run) => few.see(run), many: (run) => many.see(run) },
      { runs: PATCHES - 100, warmUp: 100 },
    );
    yield entry({
      name: 'submission-visible',
      size: '11000 against 1000',
      subject: times.many,
      yardstick: times.few,
      unit: 'ms',
      limit: { most: 1.5 },
    });
  } finally {
    await few.close();
    await many.close();
  }
}
