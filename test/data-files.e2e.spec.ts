import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { writeRandomStudy, type RandomQuestion, type RandomStudy, type Truth } from './fixtures/random-study.js';
import { readSav } from './fixtures/read-sav.js';
import { readFirstSheet } from './fixtures/read-xlsx.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';

/** All of them with `npm run test:complete`: each writes and reads back every format, which takes minutes. */
const STUDIES = process.env['TESTS'] === 'complete' ? 1000 : 350;
const MISSING_KINDS = ['NOT_ASKED', 'SKIPPED', 'NO_ANSWER', 'DONT_KNOW', 'REFUSED', 'NOT_APPLICABLE'];

/** Every cell as `municipality round question[|option]` and what it says: a canonical value, or the kind of missing. */
type Cells = ReadonlyMap<string, string>;

const missing = (kind: string): string => `missing ${kind}`;

/** What the generator wrote, cell by cell; an option of a MULTI_CHOICE is a cell of its own. */
function truthOf({ rounds, cells }: RandomStudy): Cells {
  const truth = new Map<string, string>();
  for (const [key, sheet] of cells) {
    const [municipality = '', code = ''] = key.split('/');
    for (const question of rounds.find((round) => round.code === code)!.questions) {
      const answer = sheet.get(question.code)!;
      const place = `${municipality} ${code} ${question.code}`;
      if (question.type !== 'MULTI_CHOICE') truth.set(place, sayingOf(answer));
      else
        for (const level of question.levels)
          truth.set(
            `${place}|${level}`,
            'value' in answer ? String(answer.value.split('|').includes(level)) : missing(answer.missing),
          );
    }
  }
  return truth;
}

const sayingOf = (truth: Truth): string => ('value' in truth ? truth.value : missing(truth.missing));

/** Rows of a table by column name. */
const objectsOf = (table: readonly (readonly string[])[]): readonly Readonly<Record<string, string>>[] => {
  const [header = [], ...rows] = table;
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
};

const unguarded = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);

function longCells(file: Buffer): Cells {
  const lines = parse<Record<string, string>>(file, { columns: true });
  return new Map(
    lines
      .filter((line) => line['missing'] !== 'NOT_ASKED')
      .map((line) => {
        const { municipality, round, question, option, type, value = '' } = line;
        const place = `${municipality} ${round} ${question}${option === '' ? '' : `|${option}`}`;
        const plain = type === 'NUMBER' || type === 'BOOLEAN' ? value : unguarded(value);
        return [place, line['missing'] ? missing(line['missing']) : plain];
      }),
  );
}

/** Columns of the wide files, by the long file's `variable`: which question or option each is. */
const placesOf = (file: Buffer): ReadonlyMap<string, string> =>
  new Map(
    parse<Record<string, string>>(file, { columns: true }).map(({ variable = '', question, option }) => [
      variable,
      `${question}${option === '' ? '' : `|${option}`}`,
    ]),
  );

function wideCells(
  rows: readonly Readonly<Record<string, string>>[],
  places: ReadonlyMap<string, string>,
  text: (value: string) => string,
): Cells {
  const cells = new Map<string, string>();
  const names = Object.keys(rows[0] ?? {});
  for (const row of rows)
    for (const [variable, place] of places) {
      // The column of missing marks follows that of the values; a long name may be cut.
      const mark = row[names[names.indexOf(variable) + 1] ?? ''] ?? '';
      if (mark === 'NOT_ASKED') continue;
      cells.set(
        `${row['municipality']} ${row['round']} ${place}`,
        mark === '' ? text(row[variable] ?? '') : missing(mark.split(':')[0] ?? ''),
      );
    }
  return cells;
}

function savCells(file: Buffer, places: ReadonlyMap<string, string>, study: RandomStudy): Cells {
  const { names, rows } = readSav(file);
  const questions = new Map(
    study.rounds.flatMap((round) => round.questions.map((question) => [question.code, question])),
  );
  const cells = new Map<string, string>();
  for (const row of rows)
    names.forEach((name, index) => {
      const place = places.get(name);
      const question = questions.get(place?.split('|')[0] ?? '');
      if (place === undefined || question === undefined) return;
      const said = savSaying(row[index]!, question);
      const key = `${row[names.indexOf('municipality')]} ${row[names.indexOf('round')]} ${place}`;
      // A text that another revision of the question asked for is as empty here as one that was not given.
      if (said !== missing('NOT_ASKED') && (said !== '' || !cells.has(key))) cells.set(key, said);
    });
  return cells;
}

function savSaying(value: string | number, { type, levels }: RandomQuestion): string {
  if (typeof value === 'string') return value;
  const base = type === 'NUMBER' ? 9_999_999_990 : 9990;
  const kind = MISSING_KINDS[-value - base - 1];
  if (kind !== undefined) return missing(kind);
  if (type === 'NUMBER') return String(value);
  if (type === 'BOOLEAN' || type === 'MULTI_CHOICE') return String(value === 1);
  const isNumeric = levels.every((level) => /^(0|[1-9]\d*)$/.test(level));
  return isNumeric ? String(value) : (levels[value - 1] ?? 'no such level');
}

/** Decodes the stored vectors in SQL alone, without a line of ours. */
const ORACLE = `
  WITH asked AS (
    SELECT r.id AS round_id, r.code AS round, q.code AS question, v.type, v.position, v.scale_code, v.question_set_id
    FROM study s JOIN round r ON r.study_id = s.id
    JOIN question_revision v ON v.question_set_id = r.question_set_id JOIN question q ON q.id = v.question_id
    WHERE s.slug = $1),
  slots AS (
    SELECT asked.*, l.code AS option,
      row_number() OVER (PARTITION BY round_id ORDER BY position, coalesce(l.rank, 0)) - 1 AS byte,
      row_number() OVER (PARTITION BY round_id, type ORDER BY position) - 1 AS place
    FROM asked LEFT JOIN level l
      ON type = 'MULTI_CHOICE' AND l.question_set_id = asked.question_set_id AND l.scale_code = asked.scale_code)
  SELECT m.code AS municipality, slots.round, question, option, type, place, get_byte(x.vector, byte::int) AS state, x.numbers,
    x.texts ->> question AS text,
    (SELECT code FROM level l WHERE l.question_set_id = slots.question_set_id AND l.scale_code = slots.scale_code
       AND l.rank = get_byte(x.vector, byte::int)) AS level,
    (SELECT missing -> (get_byte(x.vector, byte::int) - 200) ->> 'kind' FROM scale c
     WHERE c.question_set_id = slots.question_set_id AND c.code = slots.scale_code) AS kind
  FROM slots JOIN submission x ON x.round_id = slots.round_id JOIN municipality m ON m.id = x.municipality_id`;

interface OracleRow {
  municipality: string;
  round: string;
  question: string;
  option: string | null;
  type: string;
  place: string;
  state: number;
  numbers: Buffer | null;
  text: string | null;
  level: string | null;
  kind: string | null;
}

const oracleCells = (rows: readonly OracleRow[]): Cells =>
  new Map(
    rows.map(({ municipality, round, question, option, type, place, state, numbers, text, level, kind }) => [
      `${municipality} ${round} ${question}${option === null ? '' : `|${option}`}`,
      state === 240
        ? missing('NO_ANSWER')
        : state === 241
          ? missing('SKIPPED')
          : state >= 200
            ? missing(kind ?? '')
            : type === 'NUMBER'
              ? String(numbers?.readDoubleLE(Number(place) * 8))
              : type === 'TEXT'
                ? (text ?? '')
                : type === 'BOOLEAN' || type === 'MULTI_CHOICE'
                  ? String(state === 1)
                  : (level ?? ''),
    ]),
  );

const NODE = 'edges { node { municipality { code } from { canonical } to { canonical } } }';
const COMPARED = `query ($study: String!, $from: String!, $to: String!) {
  comparison(study: $study, from: $from, to: $to) {
    deltas { question { code } municipalities(first: 100) { ${NODE} } }
  }
}`;
const TEXTS = `query ($study: String!, $from: String!, $to: String!, $question: String!) {
  comparison(study: $study, from: $from, to: $to) { texts(question: $question, first: 100) { ${NODE} } }
}`;
interface Connection {
  edges: {
    node: {
      municipality: { code: string };
      from: { canonical: string } | null;
      to: { canonical: string } | null;
    };
  }[];
}

describe('data files', () => {
  let api: TestApi;
  let admin: string;
  let folder: string;

  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.token(Role.ADMIN);
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-studies-'));
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true });
  });

  const fileOf = async (study: string, format: string): Promise<Buffer> => {
    const { data, errors } = await api.query<{ exportData: { export: { id: string } | null } }>(
      'mutation ($input: ExportDataInput!) { exportData(input: $input) { export { id } errors { code } } }',
      { input: { study, format } },
      admin,
    );
    expect(errors).toBeUndefined();
    const id = data.exportData.export!.id;
    for (;;) {
      const answer = await api.query<{ dataExport: { status: string; downloadPath: string | null } }>(
        'query ($id: ID!) { dataExport(id: $id) { status downloadPath } }',
        { id },
        admin,
      );
      const { status, downloadPath } = answer.data.dataExport;
      if (status === 'RUNNING') await sleep(2);
      else {
        expect(status).toBe('READY');
        return Buffer.from(await (await fetch(new URL(downloadPath!, api.url))).arrayBuffer());
      }
    }
  };

  /** What GraphQL says of a cell: the canonical text, the missing code, or nothing at all. */
  const expectGraphQL = async (study: RandomStudy): Promise<number> => {
    let seen = 0;
    for (const [index, to] of study.rounds.entries()) {
      const from = study.rounds[index - 1];
      if (from === undefined) continue;
      const pair = { study: study.slug, from: from.code, to: to.code };
      const { data } = await api.query<{
        comparison: { deltas: { question: { code: string }; municipalities: Connection }[] };
      }>(COMPARED, pair, admin);
      const lists = data.comparison.deltas.map(
        ({ question, municipalities }) => [question.code, municipalities] as const,
      );
      for (const { code } of [...from.questions, ...to.questions].filter(({ type }) => type === 'TEXT')) {
        const texts = await api.query<{ comparison: { texts: Connection } }>(TEXTS, { ...pair, question: code }, admin);
        lists.push([code, texts.data.comparison.texts] as const);
      }
      for (const [code, { edges }] of lists)
        for (const { node } of edges)
          for (const [round, answer] of [
            [from, node.from],
            [to, node.to],
          ] as const) {
            const question = round.questions.find((candidate) => candidate.code === code);
            const truth = study.cells.get(`${node.municipality.code}/${round.code}`)?.get(code);
            const own = truth === undefined || 'value' in truth ? undefined : truth.missing;
            const missingCode = Object.entries(question?.missing ?? {}).find(([, kind]) => kind === own)?.[0];
            const said = truth !== undefined && 'value' in truth ? truth.value : (missingCode ?? null);
            expect(answer?.canonical ?? null).toBe(said);
            seen += 1;
          }
    }
    return seen;
  };

  it(`of ${STUDIES} random studies say the same in every cell as GraphQL and plain SQL`, async () => {
    let cells = 0;
    let asked = 0;
    for (let seed = 0; seed < STUDIES; seed += 1) {
      const path = join(folder, String(seed));
      const study = writeRandomStudy(path, seed);
      expect(await api.importPath(path)).toMatchObject({ status: 'SUCCEEDED' });
      rmSync(path, { recursive: true });
      const truth = truthOf(study);
      const long = await fileOf(study.slug, 'LONG_CSV');
      const places = placesOf(long);
      const wide: string[][] = parse(await fileOf(study.slug, 'WIDE_CSV'));
      const sheet = await readFirstSheet(await fileOf(study.slug, 'XLSX'));
      const sav = savCells(await fileOf(study.slug, 'SPSS'), places, study);
      const inSav = new Map(
        [...truth].map(([place, said]) => [
          place,
          // SPSS pads texts with blanks, and its missing texts are empty.
          place.endsWith('.text') ? (said.startsWith('missing ') ? '' : said.trimEnd()) : said,
        ]),
      );
      expect(new Map(oracleCells(await api.dataSource.query<OracleRow[]>(ORACLE, [study.slug])))).toEqual(truth);
      expect(longCells(long)).toEqual(truth);
      expect(wideCells(objectsOf(wide), places, unguarded)).toEqual(truth);
      expect(wideCells(objectsOf(sheet.rows), places, (value) => value)).toEqual(truth);
      expect(sheet.formulas).toBe(0);
      for (const [place, said] of inSav) expect([place, sav.get(place)]).toEqual([place, said]);
      asked += await expectGraphQL(study);
      cells += truth.size;
    }
    expect(cells).toBeGreaterThan(STUDIES * 10);
    expect(asked).toBeGreaterThan(STUDIES * 10);
  }, 900_000);

  it('are of one instant, however answers are handed in meanwhile', async () => {
    const path = fileURLToPath(new URL('../studies/integration-2021', import.meta.url));
    expect(await api.importPath(path)).toMatchObject({ status: 'SUCCEEDED' });
    let isOver = false;
    const writing = (async () => {
      for (let turn = 0; turn < 20; turn += 1)
        for (let position = 0; position < 15; position += 1)
          await api.dataSource.query(
            `INSERT INTO submission (municipality_id, round_id, number, question_set_id, vector, numbers, texts, comments,
               answered, submitted_at, submitted_by, receipt)
             SELECT x.municipality_id, x.round_id, x.number + 1, x.question_set_id, x.vector, x.numbers, x.texts, x.comments,
               x.answered, $2, x.submitted_by, x.receipt
             FROM submission x JOIN municipality m ON m.id = x.municipality_id JOIN round r ON r.id = x.round_id
             JOIN study s ON s.id = m.study_id
             WHERE s.slug = 'integration-2021' AND r.code = '2018' AND m.position = $1 ORDER BY x.number DESC LIMIT 1`,
            [position, new Date(Date.UTC(2030, 0, 1 + turn))],
          );
      isOver = true;
    })();
    let mixed = 0;
    while (!isOver) {
      const lines = parse<Record<string, string>>(await fileOf('integration-2021', 'WIDE_CSV'), { columns: true });
      const turns = lines.filter(({ round }) => round === '2018').map((line) => line['submitted_at'] ?? '');
      // Turn after turn, in panel order: at any instant the first ones are one turn ahead of the others.
      expect(turns).toHaveLength(15);
      expect([...turns].sort().toReversed()).toEqual(turns);
      expect(new Set(turns).size).toBeLessThanOrEqual(2);
      if (new Set(turns).size === 2) mixed += 1;
    }
    await writing;
    expect(mixed).toBeGreaterThan(0);
  });
});
