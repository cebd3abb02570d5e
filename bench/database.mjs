/** A PostgreSQL server of the bench's own, with synthetic studies written straight through the repositories. */
import { join } from 'node:path';
import {
  createDataSource,
  municipalityId,
  MunicipalityRepository,
  prepareDatabase,
  QuestionSetRepository,
  RoundRepository,
  startEmbeddedServer,
  StudyRepository,
  SubmissionRepository,
  TemplateRepository,
} from '../libs/persistence/dist/index.js';
import { say, sizeText } from './measure.mjs';
import { documentOf, FIRST_YEAR, panelOf, STATES, vectorsOf } from './synthetic.mjs';

const both = (text) => ({ de: text, en: text });
const RECEIPT = '0'.repeat(64);
const states = Array.from({ length: STATES }, (_, index) => String(index + 1).padStart(2, '0'));

/** Repositories on one pool, put together as the service does. */
export async function openRepositories(url) {
  const dataSource = await createDataSource({ url, seesAll: true }).initialize();
  const templates = new TemplateRepository(dataSource);
  return {
    dataSource,
    templates,
    questionSets: new QuestionSetRepository(dataSource, templates),
    studies: new StudyRepository(dataSource),
    rounds: new RoundRepository(dataSource),
    municipalities: new MunicipalityRepository(dataSource),
    submissions: new SubmissionRepository(dataSource),
  };
}

/** Whoever hands in what is measured. */
export const BENCH_PERSON = '00000000-0000-4000-8000-000000000001';

/** Writes one study of a size: a question set and a round a year, one submission a municipality and round. */
export async function writeStudy(repositories, slug, size, { numberEvery = 0 } = {}) {
  const { dataSource, templates, questionSets, studies, rounds, municipalities, submissions } = repositories;
  say(`writing study ${slug}, ${sizeText(size)}`);
  const panel = panelOf(size.municipalities);
  const numbersOf = numberEvery === 0 ? 0 : Math.ceil((size.questions - 7) / numberEvery);
  return dataSource.transaction(async (manager) => {
    await manager.query(`INSERT INTO person (id, subject, name) VALUES ($1, 'bench', 'Bench') ON CONFLICT DO NOTHING`, [
      BENCH_PERSON,
    ]);
    const template = await templates.ensure(slug, both('Synthetic sheet'), manager);
    const attributes = [
      { code: 'state', label: both('State'), values: states.map((code) => ({ code, label: both(code) })) },
    ];
    const studyId = await studies.create(
      {
        slug,
        title: both('Synthetic study'),
        description: null,
        defaultLocale: 'en',
        templateId: template.id,
        packageHash: null,
        attributes,
      },
      manager,
    );
    await municipalities.insertMany(studyId, panel, manager);
    const ids = panel.map(({ code }) => municipalityId(studyId, code));
    const written = [];
    for (let index = 0; index < size.rounds; index += 1) {
      const year = FIRST_YEAR + index;
      const document = documentOf(year, size.questions, { numberEvery });
      const draft = await questionSets.createDraft({ templateId: template.id, basedOnId: null, document }, manager);
      const set = await questionSets.publish(draft.id, draft.version, BENCH_PERSON, 'a'.repeat(64), manager);
      const round = await rounds.create(
        {
          studyId,
          code: String(year),
          year,
          questionSetId: set.id,
          opensAt: new Date(`${year}-05-01`),
          closesAt: new Date(`${year}-07-31`),
          status: 'CLOSED',
        },
        manager,
      );
      const vectors = [...vectorsOf(size, index)];
      await submissions.insertMany(
        submissionsOf(ids, round, set.id, vectors, numbersOf),
        vectors.flatMap((vector, row) => (vector === null ? [] : [[ids[row], round.id, set.id, 'SUBMITTED', 1]])),
        manager,
      );
      written.push(round);
    }
    const codes = panel.map(({ code }) => code);
    return { slug, id: studyId, templateId: template.id, size, rounds: written, ids, codes };
  });
}

function* submissionsOf(ids, round, questionSetId, vectors, numberCount) {
  for (const [row, vector] of vectors.entries()) {
    if (vector === null) continue;
    yield {
      municipalityId: ids[row],
      roundId: round.id,
      number: 1,
      questionSetId,
      vector: numberCount === 0 ? vector : withNumbers(vector),
      numbers: numberCount === 0 ? null : new Float64Array(numberCount).fill(row / 10),
      texts: null,
      comments: null,
      answered: vector.length,
      submittedAt: round.closesAt,
      submittedBy: BENCH_PERSON,
      receipt: RECEIPT,
    };
  }
}

/** A number that is there has state 0; the missing codes of levels mean nothing for it. */
const withNumbers = (vector) => vector.map((state, index) => (index % 20 === 7 ? 0 : state));

/** Starts the server and prepares its database. */
export async function startDatabase(folder, name = 'study') {
  const dataDir = join(folder, name);
  const server = await startEmbeddedServer({ dataDir });
  try {
    const { appUrl } = await prepareDatabase({ ownerUrl: server.ownerUrl, appPassword: server.appPassword });
    const repositories = await openRepositories(appUrl);
    return {
      dataDir,
      appUrl,
      ownerUrl: server.ownerUrl,
      pid: server.pid,
      repositories,
      stop: async () => {
        await repositories.dataSource.destroy();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Up-to-date statistics and visibility, as after a night's autovacuum. */
export async function settle({ ownerUrl }) {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
  await client.end();
}
