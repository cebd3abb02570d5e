import { fileURLToPath } from 'node:url';
import { appUrlOf } from '@reflexbogen/persistence';
import { ColumnStore } from '../../apps/api/src/comparison/column.store.js';
import { ServiceMetrics } from '../../apps/api/src/metrics/service-metrics.js';
import { Role, startTestApi, type TestApi } from '../harness/api.js';
import { startReplicatedServer, type ReplicatedServer } from '../harness/standby.js';

const STUDY = fileURLToPath(new URL('../../studies/integration-2021', import.meta.url));
const STORY = fileURLToPath(new URL('../fixtures/merged-units', import.meta.url));

interface Compared {
  readonly comparison: {
    readonly deltas: readonly { readonly tally: { readonly increased: number; readonly comparable: number } }[];
  } | null;
}

/** With a real standby that streams from a real server. */
describe('long reads from a standby', () => {
  let servers: ReplicatedServer;
  let api: TestApi;

  beforeAll(async () => {
    servers = await startReplicatedServer();
    const { primary, standby } = servers;
    api = await startTestApi({
      database: {
        ownerUrl: primary.ownerUrl,
        appUrl: appUrlOf(primary.ownerUrl, primary.appPassword),
        drop: () => Promise.resolve(),
      },
      replicaUrl: appUrlOf(standby.ownerUrl, primary.appPassword),
    });
    expect(await api.importPath(STUDY)).toMatchObject({ status: 'SUCCEEDED' });
  }, 120_000);
  afterAll(async () => {
    await api.stop();
    await servers.stop();
  }, 60_000);

  const places = async (): Promise<Readonly<Record<string, number>>> => {
    const { values } = await api.app.get(ServiceMetrics).heavyReads.get();
    return Object.fromEntries(values.map(({ labels, value }) => [String(labels.where), value]));
  };
  const compare = async (study: string, from: string, to: string): Promise<Compared['comparison']> => {
    const { data } = await api.query<Compared>(
      'query ($study: String!, $from: String!, $to: String!) { comparison(study: $study, from: $from, to: $to) { deltas { tally { increased comparable } } } }',
      { study, from, to },
      await api.token(Role.ANALYST),
    );
    return data.comparison;
  };

  it('are read there, and say what the server says', async () => {
    const figures = await compare('integration-2021', '2017', '2018');

    expect(await places()).toEqual({ REPLICA: 2 });
    expect(figures?.deltas.length).toBeGreaterThan(50);
  });

  it('are never behind what was committed: a standby that shows nothing new is not asked', async () => {
    await servers.pauseReplay();
    try {
      expect(await api.importPath(STORY)).toMatchObject({ status: 'SUCCEEDED' });
      const before = await places();

      const figures = await compare('merged-units', '2017', '2018');

      // Read from the standby, the study would have had no submission yet.
      expect(figures?.deltas[0]?.tally).toEqual({ increased: 1, comparable: 2 });
      expect(await places()).toEqual({ ...before, BEHIND: 2 });
    } finally {
      await servers.resumeReplay();
    }
    api.app.get(ColumnStore).reset();
    await compare('merged-units', '2017', '2018');
    expect(await places()).toMatchObject({ REPLICA: 4 });
  }, 60_000);

  it('go on without it, and leave it alone for a while', async () => {
    const before = await compare('integration-2021', '2017', '2018');
    await servers.stopStandby();
    api.app.get(ColumnStore).reset();

    expect(await compare('integration-2021', '2017', '2018')).toEqual(before);
    const { FAILED = 0 } = await places();
    expect(FAILED).toBeGreaterThan(0);
    api.app.get(ColumnStore).reset();
    expect(await compare('integration-2021', '2017', '2018')).toEqual(before);
  }, 60_000);
});
