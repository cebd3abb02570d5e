import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { NotificationListener, poolUsage } from '@reflexbogen/persistence';
import { createClient } from 'graphql-ws';
import { Client } from 'pg';
import WebSocket from 'ws';
import { ImportService } from '../../apps/api/src/exchange/import.service.js';
import { responseId } from '../../apps/api/src/response/response-id.js';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { StatementCounter } from './statements.js';
import { codes, writeFaultyStudy, writeStudyOfSize, type StudyOfSize } from './study-of-size.js';

/** A service with everything that can be many so many times. */
export interface World {
  readonly size: number;
  readonly study: StudyOfSize;
  /** Ids of a draft, of the last published set, and of the one before. */
  readonly draft: string;
  readonly last: string;
  readonly before: string;
  /** The sheet of the first municipality that is worked on, and the one that was handed in. */
  readonly openSheet: string;
  readonly submittedSheet: string;
  readonly receipt: string;
  readonly person: string;
  readonly failedImport: string;
  /** A person who has done nothing. */
  readonly somebody: string;
  readonly ask: (
    document: string,
    role: Role,
    variables?: object,
  ) => Promise<{ readonly data: Record<string, unknown> | null; readonly errors: string; readonly statements: number }>;
  /** Makes the service forget everything that it keeps between operations, callers included. */
  readonly forget: () => Promise<void>;
  /** Uploads a file. @returns its id */
  readonly upload: (body: string) => Promise<string>;
  /** Subscribes until the first event has come. @returns it, and what it cost */
  readonly hear: (document: string, role: Role, variables: object) => ReturnType<World['ask']>;
  readonly stop: () => Promise<void>;
}

const HASH = `md5('x') || md5('y')`;

/** Rows that no package has in it: `:size` is how often, `:person` the id of whoever did it all. */
const ROWS: readonly string[] = [
  `UPDATE study SET disclosure = jsonb_build_object('smallestBase', 3, 'singleAnswers', 'GRANTED', 'breakdowns',
     (SELECT jsonb_agg(code) FROM attribute WHERE study_id = study.id))`,
  `UPDATE template SET locales = ARRAY(SELECT 'x-' || lpad(i::text, 3, '0') FROM generate_series(1, :size) i)`,
  // Templates with a draft, a module and an archived question each.
  `INSERT INTO template (slug, title) SELECT 't' || lpad(i::text, 3, '0'), '{"de": "Vorlage"}' FROM generate_series(2, :size) i`,
  `INSERT INTO question_set (template_id, year, revision, status)
   SELECT id, 2000, 1, 'DRAFT' FROM template WHERE slug ~ '^t[0-9]'`,
  `INSERT INTO section (question_set_id, position, code, title)
   SELECT q.id, 0, 'one', '{"de": "Teil"}' FROM question_set q JOIN template t ON t.id = template_id
   WHERE slug ~ '^t[0-9]'`,
  `INSERT INTO question (template_id, code)
   SELECT id, code FROM template, unnest(ARRAY['asked', 'archived']) code WHERE slug ~ '^t[0-9]'`,
  `INSERT INTO question (template_id, code)
   SELECT id, 'old' || i FROM template, generate_series(1, :size) i WHERE slug = 'main'`,
  `INSERT INTO archived_question (question_id, archived_by) SELECT id, :person FROM question WHERE code ~ '^(old|archived)'`,
  `INSERT INTO question_revision (question_set_id, position, section_position, question_id, type, required, text, properties)
   SELECT s.id, 0, 0, q.id, 'TEXT', false, '{"de": "Frage"}', '{}' FROM question_set s JOIN question q USING (template_id)
   WHERE q.code = 'asked'`,
  `INSERT INTO question_set_version (question_set_id, version, document, saved_by)
   SELECT id, 1000 + i, '{}', :person FROM question_set, generate_series(1, :size) i WHERE status = 'DRAFT'`,
  `INSERT INTO module (template_id, code, title) SELECT id, 'one', '{"de": "Modul"}' FROM template`,
  `INSERT INTO module (template_id, code, title)
   SELECT id, 'm' || i, '{"de": "Modul"}' FROM template, generate_series(2, :size) i WHERE slug = 'main'`,
  `INSERT INTO module_revision (module_id, revision, document, content_hash, published_by)
   SELECT m.id, i, jsonb_build_object('scales', '[]'::jsonb, 'sections', (SELECT jsonb_agg(jsonb_build_object('code', 's' || s,
     'title', '{"de": "Teil"}'::jsonb, 'questions', '[]'::jsonb)) FROM generate_series(1, CASE WHEN i = 1 THEN :size ELSE 1 END) s)), ${HASH}, :person
   FROM module m JOIN template t ON t.id = m.template_id, generate_series(1, :size) i WHERE i = 1 OR (m.code = 'one' AND t.slug = 'main')`,
  `UPDATE question_set SET modules = (SELECT jsonb_agg(jsonb_build_object('code', 'one', 'revision', i)) FROM generate_series(1, :size) i)
   WHERE status = 'DRAFT' AND year > 2000`,
  `INSERT INTO shared_scale_revision (code, revision, scale, saved_by)
   SELECT 'scale' || i, 1, '{"code": "four", "ordered": true, "polarity": "NEUTRAL", "boxes": {}, "missing": [], "levels": [{"code": "1", "label": {"de": "eins"}}]}', :person
   FROM generate_series(1, :size) i`,
  // Studies with rounds on the first set of the template and on a draft, a member and a freeze each.
  `INSERT INTO study (slug, title, default_locale, template_id)
   SELECT 's' || lpad(i::text, 3, '0'), '{"de": "Studie"}', 'de', (SELECT id FROM template WHERE slug = 'main') FROM generate_series(2, :size) i
  `,
  `INSERT INTO round (study_id, code, year, question_set_id, opens_at, closes_at, status)
   SELECT s.id, 'round' || i, q.year, q.id, '2020-01-01', '2100-01-01', 'OPEN'
   FROM study s JOIN question_set q ON q.template_id = s.template_id AND q.year = 2050 - :size, generate_series(1, :size) i
   WHERE s.slug ~ '^s[0-9]' AND (i = 1 OR s.slug = 's002')`,
  `INSERT INTO round (study_id, code, year, question_set_id, opens_at, closes_at, status)
   SELECT s.id, 'planned', 2050, q.id, '2020-01-01', '2100-01-01', 'PLANNED'
   FROM study s JOIN template t ON t.slug = replace(s.slug, 's', 't') JOIN question_set q ON q.template_id = t.id AND q.status = 'DRAFT'
   WHERE s.slug ~ '^s[0-9]'`,
  `INSERT INTO municipality (id, study_id, position, code, name, attributes, attributes_by_round)
   SELECT gen_random_uuid(), id, 0, 'm', 'Ort', '{}', '{}' FROM study WHERE slug ~ '^s[0-9]'`,
  `INSERT INTO data_freeze (study_id, name, taken_by, attributes, panel, question_set_ids)
   SELECT s.id, 'f' || lpad(i::text, 3, '0'), :person, '[]', '[]', '{}' FROM study s, generate_series(3, :size) i WHERE s.slug = 'main' OR i = 3`,
  `INSERT INTO data_freeze (study_id, name, taken_by, attributes, panel, question_set_ids)
   SELECT s.id, 'g' || lpad(i::text, 3, '0'), :person, '[]', '[]', '{}' FROM study s, generate_series(1, :size) i WHERE s.slug = 's002'`,
  // People: a respondent for each member.
  `INSERT INTO person (name, email, locale) SELECT 'Person ' || code, code || '@example.org', 'de' FROM municipality m
   JOIN study s ON s.id = m.study_id WHERE s.slug = 'main'`,
  `INSERT INTO person_role (person_id, role, study_id, municipality_id, signatory)
   SELECT p.id, 'RESPONDENT', m.study_id, m.id, true FROM municipality m JOIN study s ON s.id = m.study_id
   JOIN person p ON p.email = m.code || '@example.org' WHERE s.slug = 'main'`,
  `INSERT INTO person_role (person_id, role, study_id) SELECT :person, 'ANALYST', id FROM study`,
  `INSERT INTO mail (study_id, municipality_id, round_id, person_id, kind, dedupe_key, data)
   SELECT m.study_id, m.id, r.id, p.id, 'REMINDER', 'count ' || m.code, '{}' FROM municipality m JOIN study s ON s.id = m.study_id
   JOIN round r ON r.study_id = s.id AND r.code = 'open' JOIN person p ON p.email = m.code || '@example.org'
   WHERE s.slug = 'main'`,
  `INSERT INTO api_token (person_id, name, secret_hash, roles, access, expires_at)
   SELECT :person, 'token ' || i, md5(i::text) || md5('a' || i), '{ADMIN}', 'READ', now() + interval '1 day' FROM generate_series(1, :size) i`,
  `INSERT INTO department (municipality_id, code, name)
   SELECT m.id, 'd' || i, 'Amt' FROM municipality m, generate_series(1, :size) i WHERE m.code = 'm001'`,
  `INSERT INTO pgboss.job (name, data, output) SELECT 'dead', jsonb_build_object('handler', 'send-mail', 'payload', '{}'::jsonb), '{"code": "E_GONE"}'
   FROM generate_series(1, :size)`,
  // The sheet that is worked on.
  `INSERT INTO response (municipality_id, round_id, question_set_id, status, events, event_hash)
   SELECT m.id, r.id, r.question_set_id, 'RETURNED', :size, ${HASH} FROM municipality m JOIN round r USING (study_id)
   WHERE m.code = 'm001' AND r.code = 'open'`,
  // The others are invited.
  `INSERT INTO response (municipality_id, round_id, question_set_id, status, invited_at)
   SELECT m.id, r.id, r.question_set_id, 'NOT_STARTED', now() FROM municipality m JOIN round r USING (study_id)
   WHERE m.code <> 'm001' AND r.code = 'open'`,
  `INSERT INTO answer (municipality_id, round_id, question_id, value, comment, revision, provenance, saved_by)
   SELECT s.municipality_id, s.round_id, q.id, 'l001', 'Anmerkung', 1, 'TYPED', :person FROM response s JOIN round r ON r.id = s.round_id
   JOIN question q ON q.code ~ '^q[0-9]' WHERE r.code = 'open' AND s.status = 'RETURNED'`,
  `INSERT INTO presence (municipality_id, round_id, person_id, section, seen_at)
   SELECT s.municipality_id, s.round_id, p.id, 'many', '2100-01-01' FROM response s JOIN round r ON r.id = s.round_id, person p
   WHERE r.code = 'open' AND s.status = 'RETURNED' AND p.email ~ '^m[0-9]'`,
  `INSERT INTO section_work (municipality_id, round_id, section, comment, done_at, done_by)
   SELECT s.municipality_id, s.round_id, c.code, 'fertig', now(), :person FROM response s JOIN round r ON r.id = s.round_id
   JOIN section c ON c.question_set_id = s.question_set_id
   WHERE r.code = 'open' AND s.status = 'RETURNED'`,
  `INSERT INTO sheet_event (municipality_id, round_id, number, at, actor, role, act, object, new, revision, hash)
   SELECT s.municipality_id, s.round_id, i, now(), :person, 'RESPONDENT', 'SAVE_ANSWER', 'q001', '{"value":"l001"}', i, ${HASH}
   FROM response s JOIN round r ON r.id = s.round_id, generate_series(1, :size) i WHERE r.code = 'open' AND s.status = 'RETURNED'`,
  `INSERT INTO sheet_query (municipality_id, round_id, number, question_id, submission, status)
   SELECT s.municipality_id, s.round_id, i, q.id, 1, 'OPEN' FROM response s JOIN round r ON r.id = s.round_id
   JOIN question q ON q.code = 'q001', generate_series(1, :size) i
   WHERE r.code = 'open' AND s.status = 'RETURNED'`,
  `INSERT INTO sheet_query_message (municipality_id, round_id, query, number, author, text)
   SELECT municipality_id, round_id, q.number, i, :person, 'Warum?' FROM sheet_query q, generate_series(1, :size) i WHERE i = 1 OR q.number = 1`,
  // A second hand-in of everybody whose receipt is wrong, and more of the first member, with what a neighbour has said.
  `INSERT INTO submission (municipality_id, round_id, number, question_set_id, vector, numbers, texts, comments, answered, submitted_at, submitted_by, receipt, provenance)
   SELECT s.municipality_id, s.round_id, i, s.question_set_id, n.vector, n.numbers, n.texts, n.comments, n.answered, now(), :person, ${HASH}, n.provenance
   FROM submission s JOIN municipality m ON m.id = s.municipality_id JOIN round r ON r.id = s.round_id AND r.year = 2049
   JOIN municipality o ON o.study_id = m.study_id AND o.position = CASE m.code WHEN 'm001' THEN 1 ELSE m.position END
   JOIN submission n ON n.municipality_id = o.id AND n.round_id = s.round_id AND n.number = 1, generate_series(2, :size) i
   WHERE s.number = 1 AND (i = 2 OR m.code = 'm001')`,
];

export async function startWorld(size: number): Promise<World> {
  // Counts are asked for, not times: answers may be long, and machines busy.
  const api = await startTestApi({ environment: { OPERATION_SECONDS: '300' } });
  try {
    return await fill(api, size);
  } catch (error) {
    await api.stop();
    throw error;
  }
}

async function fill(api: TestApi, size: number): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'reflexbogen-many-'));
  const study = writeStudyOfSize(join(folder, 'study'), size);
  const imported = await api.importPath(join(folder, 'study'));
  if (imported.status !== 'SUCCEEDED') throw new Error(JSON.stringify(imported.faults.slice(0, 5)));
  const counter = new StatementCounter(api.pool);
  const tokens = new Map<Role, string>();
  for (const role of Object.values(Role))
    tokens.set(
      role,
      await api.token(role, {
        name: 'Counter',
        ...(role === Role.RESPONDENT ? { study: 'main', municipality: 'm001' } : {}),
      }),
    );
  const ask: World['ask'] = async (document, role, variables = {}) => {
    const { result, statements } = await counter.during(() =>
      api.query<Record<string, unknown> | null>(document, variables, tokens.get(role)),
    );
    const errors = (result.errors ?? []).map(({ message, extensions }) => `${extensions.code}: ${message}`).join('; ');
    return { data: result.data ?? null, errors, statements };
  };
  const act = async (name: string, type: string, fields: string, input: object): Promise<unknown> => {
    const { data, errors } = await ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} errors { code message } } }`,
      Role.ADMIN,
      { input },
    );
    const payload = data?.[name] as { errors: readonly object[] } | undefined;
    if (payload?.errors.length !== 0) throw new Error(`${name}: ${errors} ${JSON.stringify(payload?.errors)}`);
    return payload;
  };

  const owner = new Client({ connectionString: api.ownerUrl });
  await owner.connect();
  try {
    const one = async (sql: string): Promise<string> =>
      (await owner.query<{ id: string }>(sql)).rows[0]?.id ?? Promise.reject(new Error(`no row: ${sql}`));
    const last = await one(`SELECT id FROM question_set WHERE year = ${study.lastYear}`);
    await act('openRound', 'OpenRoundInput', 'round { code }', {
      study: 'main',
      code: 'open',
      questionSet: last,
      closesAt: '2100-01-01T00:00:00Z',
    });
    const { questionSet } = (await act('draftQuestionSet', 'DraftQuestionSetInput', 'questionSet { id }', {
      template: 'main',
      year: study.lastYear + 1,
    })) as { readonly questionSet: { readonly id: string } };
    const draft = questionSet.id;
    await act('saveQuestionSet', 'SaveQuestionSetInput', 'questionSet { id }', {
      id: draft,
      version: 1,
      document: {
        scales: [],
        sections: [
          {
            code: 'new',
            title: [{ locale: 'de', text: 'Neu' }],
            questions: [{ code: 'new', type: 'TEXT', text: [{ locale: 'de', text: 'Neu' }] }],
          },
        ],
      },
    });
    await act('takeFreeze', 'TakeFreezeInput', 'freeze { name }', { study: 'main', name: 'f001' });
    const person = await one(`SELECT id FROM person WHERE name = 'Counter'`);
    for (const sql of ROWS)
      await owner.query(sql.replaceAll(':size', String(size)).replaceAll(':person', `'${person}'::uuid`));
    await act('takeFreeze', 'TakeFreezeInput', 'freeze { name }', { study: 'main', name: 'f002' });
    writeFaultyStudy(join(folder, 'faulty'), size);
    const failed = await api.app.get(ImportService).importPath(join(folder, 'faulty'), { id: person });
    rmSync(folder, { recursive: true });
    await owner.query('ANALYZE');
    const municipality = await one(
      `SELECT m.id FROM municipality m JOIN study s ON s.id = m.study_id WHERE s.slug = 'main' AND m.code = 'm001'`,
    );
    const roundId = (code: string): Promise<string> =>
      one(`SELECT r.id FROM round r JOIN study s ON s.id = r.study_id WHERE s.slug = 'main' AND r.code = '${code}'`);
    return {
      size,
      study,
      draft,
      last,
      before: await one(`SELECT id FROM question_set WHERE year = ${study.lastYear - 1}`),
      openSheet: responseId({ municipalityId: municipality, roundId: await roundId('open') }),
      submittedSheet: responseId({ municipalityId: municipality, roundId: await roundId(study.to) }),
      receipt: await one(
        `SELECT receipt AS id FROM submission WHERE municipality_id = '${municipality}' AND round_id = '${await roundId(study.to)}' AND number = 1`,
      ),
      person,
      failedImport: failed.id,
      somebody: await one(`INSERT INTO person (name, locale) VALUES ('Somebody', 'de') RETURNING id`),
      ask,
      forget: async () => {
        // What is under way for nobody any more ends first: it would be counted with the next operation.
        while (poolUsage(api.pool).inUse > 0) await setTimeout(5);
        api.app.get(NotificationListener).emit('reset');
      },
      upload: async (body) => {
        const answer = await fetch(`${api.url}/exchange/uploads`, {
          method: 'POST',
          headers: { 'content-type': 'application/zip', authorization: `Bearer ${tokens.get(Role.DESIGNER)}` },
          body,
        });
        return ((await answer.json()) as { readonly upload: string }).upload;
      },
      hear: async (document, role, variables) => {
        const client = createClient({
          url: `${api.url.replace('http', 'ws')}/graphql`,
          webSocketImpl: WebSocket,
          connectionParams: { authorization: `Bearer ${tokens.get(role)}` },
          retryAttempts: 0,
        });
        const { result, statements, outside } = await counter.during(async () => {
          for await (const event of client.iterate<Record<string, unknown>>({
            query: document,
            variables: { ...variables },
          }))
            return event;
          throw new Error('it ended before anything happened');
        });
        await client.dispose();
        return {
          data: result.data ?? null,
          errors: (result.errors ?? []).map(({ message }) => message).join('; '),
          statements: statements + outside,
        };
      },
      stop: () => api.stop(),
    };
  } finally {
    await owner.end();
  }
}

export { codes };
