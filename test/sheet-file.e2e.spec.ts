import { randomUUID } from 'node:crypto';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { openStudy, type OpenStudy } from './harness/open-round.js';

interface File {
  name: string;
  mediaType: string;
  base64: string;
}
interface Read {
  response: { version: number; status: string } | null;
  differences: { question: string; kind: string; from: string | null; to: string | null; commentTo: string | null }[];
  saved: { question: string; revision: number }[];
  conflicts: object[];
  faults: { code: string; row: number | null; column: string | null; message: string }[];
  errors: { code: string }[];
}
const READ = `response { version status } differences { question kind from to commentTo } saved { question revision }
  conflicts { question } faults { code row column message } errors { code }`;

describe('a sheet as a file', () => {
  let api: TestApi;
  let study: OpenStudy;
  let office: string;
  let response: string;

  beforeAll(async () => {
    api = await startTestApi();
    study = await openStudy(api);
    await study.openRound(2030, { opensAt: '2020-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
    office = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'a', name: 'Amt' });
    response = await study.responseId(2030, office);
    await study.save(response, [{ question: 'housing', value: { level: '1' } }], office);
  });
  afterAll(() => api.stop());

  const download = async (format: string, token = office, id = response): Promise<File> =>
    (
      await study.ask<{ sheetFile: File }>(
        'query ($response: ID!, $format: SheetFileFormat!) { sheetFile(response: $response, format: $format) { name mediaType base64 } }',
        { response: id, format },
        token,
      )
    ).sheetFile;
  const upload = (text: string | Buffer, more: object = {}, token = office): Promise<Read> =>
    study.act<Read>(
      'readSheetFile',
      READ,
      { response, base64: Buffer.from(text).toString('base64'), idempotencyKey: randomUUID(), ...more },
      token,
    );
  const csv = async (): Promise<string> => Buffer.from((await download('CSV')).base64, 'base64').toString('utf8');
  /** Writes into the answer cell of a question's row. */
  const filled = (text: string, question: string, answer: string): string =>
    text
      .split('\r\n')
      .map((line) => {
        const cells = line.split(';');
        const at = HEADER.indexOf('answer');
        if (cells[HEADER.indexOf('question')] === question) cells[at] = answer;
        return cells.join(';');
      })
      .join('\r\n');
  let HEADER: readonly string[] = [];

  beforeAll(async () => {
    const line = (await csv())
      .split('\r\n')
      .find((candidate) => candidate.includes('question;') && candidate.includes(';answer'));
    HEADER = (line ?? '').split(';');
  });

  it('leaves as a workbook and as CSV, named after study, round and municipality', async () => {
    const file = await download('XLSX');
    expect(file.name).toBe('pilot-2030-a.xlsx');
    expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString('latin1')).toBe('PK');
    expect((await download('CSV')).mediaType).toBe('text/csv; charset=utf-8');
    expect(HEADER).toContain('answer');
  });

  it('comes back unchanged without a difference', async () => {
    for (const format of ['CSV', 'XLSX'])
      expect(await upload(Buffer.from((await download(format)).base64, 'base64'))).toMatchObject({
        differences: [],
        faults: [],
        errors: [],
      });
  });

  it('says in a dry run what it would change, and changes nothing', async () => {
    const text = filled(await csv(), 'remark', 'aus der Datei');
    const dry = await upload(text);
    expect(dry).toMatchObject({
      differences: [{ question: 'remark', kind: 'ADDED', from: null, to: 'aus der Datei' }],
      saved: [],
      errors: [],
    });
    expect(await csv()).not.toContain('aus der Datei');
  });

  it('is taken over as imported, once, and only as the dry run has shown it', async () => {
    const text = filled(await csv(), 'remark', 'aus der Datei');
    const { response: before } = await upload(text);
    const stale = await upload(text, { dryRun: false, version: (before?.version ?? 0) - 1 });
    expect(stale).toMatchObject({ saved: [], errors: [{ code: 'STALE_VERSION' }] });
    const taken = await upload(text, { dryRun: false, version: before?.version });
    expect(taken).toMatchObject({ saved: [{ question: 'remark', revision: 1 }], conflicts: [], errors: [] });
    const { answerRevisions } = await study.ask<{ answerRevisions: object[] }>(
      'query ($response: ID!) { answerRevisions(response: $response, question: "remark") { to provenance savedBy { name } } }',
      { response },
      office,
    );
    expect(answerRevisions).toEqual([{ to: 'aus der Datei', provenance: 'IMPORTED', savedBy: { name: 'Amt' } }]);
  });

  it('with any fault changes nothing, and names each at its place', async () => {
    const text = filled(filled(await csv(), 'housing', '7'), 'remark', 'anders');
    const read = await upload(text, { dryRun: false });
    expect(read).toMatchObject({ differences: [], saved: [], errors: [{ code: 'UNREADABLE_FILE' }] });
    expect(read.faults).toHaveLength(1);
    expect(read.faults[0]?.row).toBeGreaterThan(1);
    expect(await csv()).not.toContain('anders');
  });

  it('of another municipality is refused, also when it comes from staff', async () => {
    const reviewer = await api.token(Role.REVIEWER, { study: 'pilot' });
    const { sheet } = await study.ask<{ sheet: { response: { id: string } } }>(
      'query { sheet(study: "pilot", round: "2030", municipality: "b") { response { id } } }',
      {},
      reviewer,
    );
    const foreign = await download('CSV', reviewer, sheet.response.id);
    const read = await upload(Buffer.from(foreign.base64, 'base64'), {}, reviewer);
    expect(read.faults.map(({ code }) => code)).toContain('OTHER_MUNICIPALITY');
    const stranger = await api.token(Role.RESPONDENT, { study: 'pilot', municipality: 'b' });
    expect(await download('CSV', stranger)).toBeNull();
    expect((await upload(await csv(), {}, stranger)).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('that is no sheet at all is refused', async () => {
    for (const junk of ['', 'PK', 'a;b;c', '<html></html>'])
      expect((await upload(junk)).errors).toMatchObject([{ code: 'UNREADABLE_FILE' }]);
  });
});
