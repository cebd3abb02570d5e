/** The same whole sheet from other engines: [sheet-duckdb] and [sheet-sql]. Results are equal before anything is timed. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { FIRST_MISSING, NO_ANSWER } from '../libs/domain/dist/index.js';
import { assertSame, entry, interleaved, median, say, SIZES, sizeText } from './measure.mjs';
import { compared } from './sheet.mjs';
import { builtColumnsOf, hasResponse, panelOf, questionCode, vectorsOf } from './synthetic.mjs';

/** What every engine has to give: per question the counts and the reasons in their order. */
const ORDER = ['NO_RESPONSE_FROM', 'NO_RESPONSE_TO', 'NO_RESPONSE_BOTH', 'NO_ANSWER', 'DONT_KNOW'];

const sheetOf = (from, to) =>
  compared(from, to).deltas.map(({ question, tally }) => ({
    question: question.code,
    ...tally,
    exclusions: tally.exclusions.map(({ reason, count }) => [reason, Number(count)]),
  }));

/** Rows as an engine counts them, in the same shape. */
const sheetFrom = (rows) =>
  rows.map((row) => {
    const [index, increased, decreased, unchanged, ...reasons] = row;
    const [up, down, same] = [increased, decreased, unchanged].map(Number);
    const exclusions = ORDER.map((reason, at) => [reason, Number(reasons[at])]).filter(([, count]) => count > 0);
    return {
      question: questionCode(Number(index)),
      increased: up,
      decreased: down,
      unchanged: same,
      changed: up + down,
      comparable: up + down + same,
      excluded: exclusions.reduce((sum, [, count]) => sum + count, 0),
      exclusions,
    };
  });

function pairOf(size) {
  const panel = panelOf(size.municipalities);
  return [builtColumnsOf(size, size.rounds - 2, panel), builtColumnsOf(size, size.rounds - 1, panel)];
}

/** Text of a file with a line per submission: municipality, round, states. */
async function writeWide(file, size) {
  const stream = createWriteStream(file);
  stream.write(`m,r,${Array.from({ length: size.questions }, (_, index) => questionCode(index)).join(',')}\n`);
  for (let round = 0; round < size.rounds; round += 1) {
    let row = 0;
    for (const vector of vectorsOf(size, round)) {
      if (vector !== null && !stream.write(`${row},${round},${vector.join(',')}\n`)) await once(stream, 'drain');
      row += 1;
    }
  }
  stream.end();
  await once(stream, 'finish');
}

export async function* benchDuckdb({ folder }) {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const size = SIZES.M;
  const file = join(folder, 'answers.csv');
  say('sheet-duckdb: loading all ten rounds as answer rows');
  await writeWide(file, size);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE sheet AS SELECT * FROM read_csv('${file}', header = true)`);
  // An answer left empty has no row; a rank is a small integer, don't know is 9.
  await connection.run(`
    CREATE TABLE answer AS
    SELECT m::INTEGER AS m, r::UTINYINT AS r, q[2:]::UTINYINT - 1 AS q,
      (CASE state WHEN ${FIRST_MISSING} THEN 9 ELSE state END)::UTINYINT AS rank
    FROM (UNPIVOT sheet ON COLUMNS('q.*') INTO NAME q VALUE state) WHERE state <> ${NO_ANSWER} ORDER BY r, q, m`);
  await connection.run(`CREATE TABLE response AS SELECT DISTINCT m::INTEGER AS m, r::UTINYINT AS r FROM sheet`);
  await connection.run('DROP TABLE sheet');
  await connection.run(`CREATE TABLE municipality AS SELECT range::INTEGER AS m FROM range(${size.municipalities})`);
  const [earlier, later] = [size.rounds - 2, size.rounds - 1];
  const both = await connection.prepare(SHEET_SQL(earlier, later));
  const duckdb = async () => sheetFrom((await both.runAndReadAll()).getRowsJS());
  const [from, to] = pairOf(size);
  assertSame('sheet-duckdb', await duckdb(), sheetOf(from, to));
  const times = await interleaved({ duckdb, service: () => inMemory(from, to) }, { runs: 9, warmUp: 6 });
  connection.closeSync();
  yield entry({
    name: 'sheet-duckdb',
    size: sizeText({ ...size, rounds: 2 }),
    subject: times.service,
    yardstick: times.duckdb,
    unit: 'ms',
    ratio: times.duckdb / times.service,
    limit: { least: 50 },
  });
}

/**
 * One join of answers with answers, restricted to whoever responded in both rounds; whoever did not is counted once for all
 * questions, and an empty answer is what remains. `rank` is 9 for don't know. Written for speed, the same in both engines.
 */
const SHEET_SQL = (earlier, later) => `
  WITH unit AS (SELECT count(*) AS panel, count(a.m) AS a, count(b.m) AS b, count(CASE WHEN a.m = b.m THEN 1 END) AS c
                FROM municipality u LEFT JOIN response a ON a.m = u.m AND a.r = ${earlier}
                LEFT JOIN response b ON b.m = u.m AND b.r = ${later}),
       counted AS (
         SELECT a.q, count(CASE WHEN a.rank < 9 AND b.rank < 9 AND b.rank > a.rank THEN 1 END) AS increased,
                count(CASE WHEN a.rank < 9 AND b.rank < a.rank THEN 1 END) AS decreased,
                count(CASE WHEN a.rank < 9 AND b.rank = a.rank THEN 1 END) AS unchanged,
                count(CASE WHEN a.rank = 9 OR b.rank = 9 THEN 1 END) AS dont_know
         FROM answer a JOIN response r ON r.m = a.m AND r.r = ${later}
         LEFT JOIN answer b ON b.m = a.m AND b.q = a.q AND b.r = ${later}
         WHERE a.r = ${earlier} GROUP BY a.q)
  SELECT q, increased, decreased, unchanged, unit.b - unit.c, unit.a - unit.c, unit.panel - unit.a - unit.b + unit.c,
         unit.c - increased - decreased - unchanged - dont_know, dont_know
  FROM counted CROSS JOIN unit ORDER BY q`;

/** Loads the answers of the last two rounds as rows into the service's own schema's neighbourhood: typed, keyed, analysed. */
async function loadRows(client, size) {
  await client.query(`
    CREATE SCHEMA bench;
    SET search_path = bench;
    CREATE TABLE municipality (m integer PRIMARY KEY);
    CREATE TABLE response (m integer, r smallint, PRIMARY KEY (m, r));
    CREATE TABLE answer (m integer, r smallint, q smallint, rank smallint NOT NULL);
    INSERT INTO municipality SELECT generate_series(0, ${size.municipalities - 1})`);
  const copy = (target, lines) => pipeline(Readable.from(lines), client.query(copyFrom(`COPY ${target} FROM STDIN`)));
  const rounds = [size.rounds - 2, size.rounds - 1];
  await copy(
    'response',
    (function* () {
      for (const round of rounds)
        for (let row = 0; row < size.municipalities; row += 1) if (hasResponse(row, round)) yield `${row}\t${round}\n`;
    })(),
  );
  await copy(
    'answer',
    (function* () {
      for (const round of rounds) {
        let row = 0;
        for (const vector of vectorsOf(size, round)) {
          if (vector !== null) yield answerLines(row, round, vector);
          row += 1;
        }
      }
    })(),
  );
  await client.query('ALTER TABLE answer ADD PRIMARY KEY (m, r, q)');
  await client.query('CREATE INDEX ON answer (r, q, m) INCLUDE (rank)');
  await client.query('VACUUM ANALYZE municipality, response, answer');
}

function answerLines(row, round, vector) {
  let lines = '';
  vector.forEach((state, index) => {
    if (state !== NO_ANSWER) lines += `${row}\t${round}\t${index}\t${state === FIRST_MISSING ? 9 : state}\n`;
  });
  return lines;
}

export async function* benchSql({ database }) {
  const size = SIZES.M;
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    say('sheet-sql: loading two rounds as answer rows');
    await loadRows(client, size);
    // What a server with memory to spare would be given.
    await client.query("SET work_mem = '512MB'; SET jit = off");
    const query = { text: SHEET_SQL(size.rounds - 2, size.rounds - 1), rowMode: 'array' };
    const sql = async () => sheetFrom((await client.query(query)).rows);
    const [from, to] = pairOf(size);
    assertSame('sheet-sql', await sql(), sheetOf(from, to));
    const times = await interleaved({ sql, service: () => inMemory(from, to) }, { runs: 5, warmUp: 3 });
    yield entry({
      name: 'sheet-sql',
      size: sizeText({ ...size, rounds: 2 }),
      subject: times.service,
      yardstick: times.sql,
      unit: 'ms',
      ratio: times.sql / times.service,
      limit: { least: 300 },
    });
  } finally {
    await client.query('DROP SCHEMA IF EXISTS bench CASCADE');
    await client.end();
  }
}

/** The service's way a few times over, as in a running service; the other engine has just emptied the processor's caches. */
function inMemory(from, to) {
  const times = [];
  for (let run = 0; run < 5; run += 1) {
    const started = performance.now();
    sheetOf(from, to);
    times.push(performance.now() - started);
  }
  return median(times);
}
