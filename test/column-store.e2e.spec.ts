import { fileURLToPath } from 'node:url';
import { bytesOf } from '@reflexbogen/domain';
import { RoundRepository, StudyRepository } from '@reflexbogen/persistence';
import { ColumnStore } from '../apps/api/src/comparison/column.store.js';
import { startTestApi, type TestApi } from './harness/api.js';

const PACKAGE = fileURLToPath(new URL('../studies/integration-2021', import.meta.url));

describe('ColumnStore', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
    await api.importPath(PACKAGE);
  });
  afterAll(() => api.stop());

  it('keeps within its bytes whatever is asked, and no figure is wrong for it', async () => {
    const store = api.app.get(ColumnStore);
    const study = (await api.app.get(StudyRepository).findBySlug('integration-2021'))!;
    const [round] = await api.app.get(RoundRepository).listByStudy(study.id);
    const base = await store.base(study.id, study.templateId);
    const first = await store.columns(base, round!);
    const one = bytesOf(first);
    store.reset();
    Object.assign(store, { configuration: { columnBytes: 3 * one } });
    const states = (columns: typeof first) => [...columns.columns.values()].map((column) => [...column.states]);
    // Every instant is a cut of its own: as many rounds as fifty studies would have.
    for (let number = 0; number < 50; number += 1) {
      const instant = new Date(Date.UTC(2030, 0, 1, 0, 0, number));
      const columns = await store.columnsUnder(base, round!, { kind: 'AS_OF', instant }, `as of ${number}`);
      expect(states(columns)).toEqual(states(first));
      await Promise.resolve();
      const held = store as unknown as { bytes: number; rounds: Map<string, unknown> };
      expect(held.bytes).toBeLessThanOrEqual(3 * one);
      expect(held.rounds.size).toBeLessThanOrEqual(3);
    }
  });

  it('forgets nothing of an instant before the first submission: nobody responded', async () => {
    const store = api.app.get(ColumnStore);
    const study = (await api.app.get(StudyRepository).findBySlug('integration-2021'))!;
    const [round] = await api.app.get(RoundRepository).listByStudy(study.id);
    const base = await store.base(study.id, study.templateId);
    const cut = { kind: 'AS_OF', instant: new Date('2000-01-01T00:00:00Z') } as const;
    const { columns } = await store.columnsUnder(base, round!, cut, 'as of 2000');
    const [column] = columns.values();
    expect(new Set(column!.states)).toEqual(new Set([244]));
  });
});
