import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportStudy, type Terminal } from '../apps/cli/src/commands.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';

const FIXTURE = fileURLToPath(new URL('./fixtures/merged-units', import.meta.url));
const COMPARISON = `query ($filter: MunicipalityFilter) {
  comparison(study: "merged-units", from: "2017", to: "2018", filter: $filter) {
    panelSize
    deltas {
      tally { increased decreased unchanged excluded exclusions { reason count } }
      groups(by: "size") { value tally { increased decreased unchanged } }
      municipalities(first: 10) { totalCount edges { node { municipality { code } direction exclusion from { canonical } to { canonical } } } }
    }
  }
}`;

interface Data {
  readonly comparison: {
    readonly panelSize: number;
    readonly deltas: readonly {
      readonly tally: object;
      readonly groups: readonly { readonly value: string | null; readonly tally: object }[];
      readonly municipalities: {
        readonly totalCount: number;
        readonly edges: readonly { readonly node: object }[];
      };
    }[];
  };
}

/** Altdorf (1) and Bergheim (4) become Neustadt (3) in 2018, which carries Altdorf on; Chemtal stays (2, then 2). */
describe('merged municipalities', () => {
  let api: TestApi;
  let folder: string;
  let analyst: string;
  beforeAll(async () => {
    api = await startTestApi();
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-succession-'));
    analyst = await api.token(Role.ANALYST);
    await api.importPath(FIXTURE);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await api.stop();
  });

  it('are compared in the row of the one that carries them on, with the answers and attributes of whoever stood there', async () => {
    const { data, errors } = await api.query<Data>(COMPARISON, {}, analyst);
    expect(errors).toBeUndefined();
    const delta = data.comparison.deltas[0]!;
    // Bergheim is a changed unit in 2018; Altdorf has no row of its own.
    expect(data.comparison.panelSize).toBe(3);
    expect(delta.tally).toEqual({
      increased: 1,
      decreased: 0,
      unchanged: 1,
      excluded: 1,
      exclusions: [{ reason: 'UNIT_CHANGED', count: 1 }],
    });
    expect(delta.municipalities.edges.map(({ node }) => node)).toEqual([
      {
        municipality: { code: 'b' },
        direction: null,
        exclusion: 'UNIT_CHANGED',
        from: { canonical: '4' },
        to: null,
      },
      {
        municipality: { code: 'm' },
        direction: 'INCREASED',
        exclusion: null,
        from: { canonical: '1' },
        to: { canonical: '3' },
      },
      {
        municipality: { code: 'c' },
        direction: 'UNCHANGED',
        exclusion: null,
        from: { canonical: '2' },
        to: { canonical: '2' },
      },
    ]);
    // Groups go by the later round: Neustadt is large, although Altdorf was small.
    expect(delta.groups).toEqual([
      { value: 'large', tally: { increased: 1, decreased: 0, unchanged: 0 } },
      { value: 'small', tally: { increased: 0, decreased: 0, unchanged: 1 } },
    ]);
  });

  it('are filtered by what whoever stood in the row was in the round named', async () => {
    const sized = async (at: 'FROM' | 'TO', value: string) =>
      (await api.query<Data>(COMPARISON, { filter: { attribute: { code: 'size', in: [value], at } } }, analyst)).data
        .comparison.deltas[0]!.tally;
    expect(await sized('FROM', 'small')).toMatchObject({ increased: 1, unchanged: 1, excluded: 1 });
    expect(await sized('TO', 'large')).toMatchObject({ increased: 1, unchanged: 0, excluded: 0 });
  });

  it('leave and come back with the study package', async () => {
    const terminal: Terminal = {
      env: { REFLEXBOGEN_URL: `${api.url}/graphql`, REFLEXBOGEN_TOKEN: await api.token(Role.ADMIN) },
      out: () => undefined,
      err: () => undefined,
      progress: null,
      width: 120,
    };
    expect(await exportStudy('merged-units', join(folder, 'out'), terminal)).toBe(0);
    const written = readFileSync(join(folder, 'out', 'municipalities.csv'), 'utf8');
    expect(written).toContain('carriesOn');
    expect(written).toMatch(/^m,.*,a,large/m);
  });

  it('are refused with line and column when two carry on one', async () => {
    const broken = join(folder, 'broken');
    cpSync(FIXTURE, broken, { recursive: true });
    const file = join(broken, 'municipalities.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('c,Chemtal,,,,,,', 'c,Chemtal,2018,,SPLIT,,a,'));
    expect(await api.importPath(broken)).toMatchObject({
      status: 'REFUSED',
      faults: expect.arrayContaining([
        expect.objectContaining({ code: 'CARRIED_ON_TWICE', file: 'municipalities.csv', line: 5, column: 24 }),
      ]),
    });
  });
});
