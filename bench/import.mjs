/** [import]: a package of 2.6 million answers against a bare COPY of the same answers into the answer table. */
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { BENCH_PERSON } from './database.mjs';
import { generatePackage } from './generate-package.mjs';
import { prepareDatabase, startEmbeddedServer } from '../libs/persistence/dist/index.js';

const answerLines = async function* (file, ids) {
  let chunk = '';
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  let first = true;
  for await (const line of lines) {
    if (first) {
      first = false;
      continue;
    }
    const [municipality, round, question, value] = line.split(',');
    chunk += `${ids.municipality.get(municipality)}\t${ids.round.get(round)}\t${ids.question.get(question)}\t${value}\t1\t${BENCH_PERSON}\n`;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
};

export async function* benchImport(folder, [municipalities, rounds, questions] = [11_000, 2, 120]) {
  const path = join(folder, 'package');
  const slug = 'bench';
  const { answers } = await generatePackage(path, { municipalities, rounds, questions, slug });
  const server = await startEmbeddedServer({ dataDir: join(folder, 'data') });
  try {
    const { appUrl } = await prepareDatabase({ ownerUrl: server.ownerUrl, appPassword: server.appPassword });
    // The subject runs in a process of its own, so that its memory is its own.
    const imported = await new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [fileURLToPath(new URL('./import-child.mjs', import.meta.url)), path, appUrl, folder],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      let text = '';
      child.stdout.on('data', (data) => (text += data));
      child.on('close', (code) =>
        code === 0
          ? resolve(JSON.parse(text.trim().split('\n').at(-1)))
          : reject(new Error(`import ended with ${code}`)),
      );
    });
    const client = new pg.Client({ connectionString: server.ownerUrl });
    await client.connect();
    const ids = { municipality: new Map(), round: new Map(), question: new Map() };
    const fill = async (map, sql) =>
      (await client.query(sql, [slug])).rows.forEach(({ code, id }) => map.set(code, id));
    await fill(
      ids.municipality,
      'SELECT m.code, m.id FROM municipality m JOIN study s ON s.id = m.study_id WHERE s.slug = $1',
    );
    await fill(ids.round, 'SELECT r.code, r.id FROM round r JOIN study s ON s.id = r.study_id WHERE s.slug = $1');
    await fill(
      ids.question,
      'SELECT q.code, q.id FROM question q JOIN study s ON s.template_id = q.template_id WHERE s.slug = $1',
    );
    const rows = [];
    for await (const chunk of answerLines(join(path, 'answers.csv'), ids)) rows.push(chunk);
    const started = performance.now();
    // Bare: without the foreign keys' checks, which alone take most of the time.
    await client.query('BEGIN; SET LOCAL session_replication_role = replica');
    await pipeline(
      Readable.from(rows),
      client.query(from('COPY answer (municipality_id, round_id, question_id, value, revision, saved_by) FROM STDIN')),
    );
    await client.query('COMMIT');
    const copySeconds = (performance.now() - started) / 1000;
    await client.end();
    const size = `${municipalities} x ${rounds} x ${questions}`;
    const subject = Math.round(answers / imported.seconds);
    const yardstick = Math.round(answers / copySeconds);
    const ratio = Number((subject / yardstick).toFixed(2));
    yield { name: 'import', size, subject, yardstick, unit: 'answers/s', ratio, goal: '>= 0.33', met: ratio >= 1 / 3 };
    const memory = Math.round(imported.peakBytes / 1_048_576);
    yield {
      name: 'import-memory',
      size,
      subject: memory,
      yardstick: 1024,
      unit: 'MB',
      ratio: Number((memory / 1024).toFixed(2)),
      goal: '< 1',
      met: memory < 1024,
    };
  } finally {
    await server.stop();
  }
}
