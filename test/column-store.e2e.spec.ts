import { fileURLToPath } from 'node:url';
import { bytesOf, type RoundColumns } from '@reflexbogen/domain';
import {
  asOperation,
  createDataSource,
  Deadline,
  DeadlineError,
  LATEST,
  NotificationListener,
  Operation,
  RoundRepository,
  StudyRepository,
  type HeavyReads,
  type SharedWork,
} from '@reflexbogen/persistence';
import { ColumnStore, type CutRound } from '../apps/api/src/comparison/column.store.js';
import { startTestApi, type TestApi } from './harness/api.js';
import { arrives } from './harness/sign-in.js';
import { StatementCounter } from './query-count/statements.js';

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
      const columns = await store.columnsUnder(base, {
        round: round!,
        cut: { kind: 'AS_OF', instant },
        key: `as of ${number}`,
      });
      expect(states(columns)).toEqual(states(first));
      await Promise.resolve();
      const held = store as unknown as { bytes: number; rounds: Map<string, unknown> };
      expect(held.bytes).toBeLessThanOrEqual(3 * one);
      expect(held.rounds.size).toBeLessThanOrEqual(3);
    }
  });

  describe('several rounds', () => {
    const store = (): ColumnStore => api.app.get(ColumnStore);
    const opened = async () => {
      const study = (await api.app.get(StudyRepository).findBySlug('integration-2021'))!;
      const rounds = await api.app.get(RoundRepository).listByStudy(study.id);
      return { base: await store().base(study.id, study.templateId), rounds };
    };
    type Rounds = Awaited<ReturnType<typeof opened>>['rounds'];
    const latest = (rounds: Rounds): CutRound[] => rounds.map((round) => ({ round, cut: LATEST, key: null }));
    const asOf = (rounds: Rounds): CutRound[] =>
      rounds.map((round) => ({ round, cut: { kind: 'AS_OF', instant: new Date('2030-01-01') }, key: 'as of 2030' }));
    const said = (columns: readonly RoundColumns[]) =>
      columns.map(({ code, columns: all }) => [code, [...all].map(([name, { states }]) => [name, [...states]])]);
    // What was set for one test is taken away after it.
    let restore: (() => void) | null = null;
    const set = (values: object): void => {
      const target = store();
      const before = Object.fromEntries(Object.keys(values).map((name) => [name, Reflect.get(target, name)]));
      restore = () => void Object.assign(target, before);
      Object.assign(target, values);
    };
    beforeEach(() => {
      store().reset();
      Object.assign(store(), { configuration: { columnBytes: 100_000_000 } });
    });
    afterEach(() => {
      restore?.();
      restore = null;
    });

    it.each<[string, (rounds: Rounds) => CutRound[], boolean]>([
      ['the last submissions', latest, false],
      ['without carried over', latest, true],
      ['as of an instant', asOf, false],
    ])('read together are what each is alone: %s', async (_, cut, excludeCarriedOver) => {
      const { base, rounds } = await opened();
      const reading = { excludeCarriedOver };
      const wanted = cut(rounds);
      const alone: RoundColumns[] = [];
      for (const round of wanted) alone.push(await store().columnsUnder(base, round, reading));
      store().reset();

      const together = await store().columnsOf(base, [...wanted].reverse(), reading);

      expect(said(together)).toEqual(said(alone).reverse());
      expect(rounds.length).toBeGreaterThan(1);
    });

    // Broken by loading round by round: as many statements as rounds.
    it.each([
      ['all that fit', 50_000, 1],
      ['one where no two fit', 1, 2],
    ])('are read with a statement for %s', async (_, mostRows, statements) => {
      const { base, rounds } = await opened();
      const counter = new StatementCounter(api.pool);
      set({ mostRows });
      const asked = (wanted: readonly CutRound[]) =>
        counter.during(() => asOperation(new Operation(true), () => store().columnsOf(base, wanted)));
      // What a round costs beside its data, from the same count.
      const single = (await asked(latest(rounds).slice(0, 1))).statements;
      store().reset();

      expect(rounds).toHaveLength(2);
      expect((await asked(latest(rounds))).statements).toBe(single * statements);
      expect((await asked(latest(rounds))).statements).toBe(0);
    });

    it('are asked for once, however many ask at the same time', async () => {
      const { base, rounds } = await opened();
      const before = store().usage().loads;
      await Promise.all([
        store().columnsOf(base, latest(rounds)),
        store().columns(base, rounds[1]!),
        store().columnsOf(base, latest(rounds).reverse()),
      ]);
      expect(store().usage().loads - before).toBe(rounds.length);
    });

    /** Lets reads go on only when told to. @param when whether their rows are there by then */
    const holdReads = (when: 'BEFORE' | 'AFTER') => {
      const reads = Reflect.get(store(), 'heavyReads') as HeavyReads;
      let letOn: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (letOn = resolve));
      let isThere: () => void = () => undefined;
      const there = new Promise<void>((resolve) => (isThere = resolve));
      set({
        heavyReads: {
          run: async (work: Parameters<HeavyReads['run']>[0]) => {
            const result = when === 'AFTER' ? await reads.run(work) : null;
            isThere();
            await held;
            return result ?? reads.run(work);
          },
        },
      });
      return { there, letOn };
    };

    // Broken by a batch that belongs to its first round: the second caller is told of the first one's deadline.
    it('go on for whoever waits for one of them, when the time of whoever asked first is over', async () => {
      const { base, rounds } = await opened();
      const { there, letOn } = holdReads('BEFORE');
      const first = new Operation(true);
      first.deadline = new Deadline(60_000);
      const all = asOperation(first, () => store().columnsOf(base, latest(rounds)));
      const ofFirst = all.catch((error: unknown) => error);
      await there;
      const second = new Operation(true);
      second.deadline = new Deadline(60_000);
      const ofSecond = asOperation(second, () => store().columns(base, rounds[1]!));

      first.deadline.pass();
      expect(await ofFirst).toBeInstanceOf(DeadlineError);
      letOn();
      expect((await ofSecond).code).toBe(rounds[1]!.code);
      second.deadline.lift();
    });

    it('follow a notice that came while they were read', async () => {
      const { base, rounds } = await opened();
      const { there, letOn } = holdReads('AFTER');
      const loading = store().columnsOf(base, latest(rounds));
      await there;
      // Another hand-in of somebody, empty this time: the rows that were read do not have it.
      const last = rounds.at(-1)!;
      const owner = await createDataSource({ url: api.ownerUrl }).initialize();
      const [row] = await owner.query<{ municipality: string; sequence: string }[]>(
        `INSERT INTO submission (municipality_id, round_id, number, question_set_id, vector, numbers, texts, comments, answered,
           submitted_at, submitted_by, receipt)
         SELECT municipality_id, round_id, 2, question_set_id, vector, numbers, texts, comments, answered, now(), submitted_by, receipt
         FROM submission WHERE round_id = $1 ORDER BY municipality_id LIMIT 1
         RETURNING municipality_id AS municipality, sequence`,
        [last.id],
      );
      await owner.destroy();
      const notice = {
        studyId: '',
        roundId: last.id,
        municipalityId: row!.municipality,
        sequence: Number(row!.sequence),
      };
      api.app.get(NotificationListener).emit('submission', notice);
      letOn();
      await loading;

      const held = Reflect.get(store(), 'rounds') as Map<string, SharedWork<{ sequences: Float64Array }>>;
      const cached = await held.get(last.id)?.outcome;
      const index = base.indexById.get(row!.municipality)!;
      await arrives(
        () => Promise.resolve(cached!.sequences[index]),
        (sequence) => sequence === Number(row!.sequence),
      );
    });
  });

  it('forgets nothing of an instant before the first submission: nobody responded', async () => {
    const store = api.app.get(ColumnStore);
    const study = (await api.app.get(StudyRepository).findBySlug('integration-2021'))!;
    const [round] = await api.app.get(RoundRepository).listByStudy(study.id);
    const base = await store.base(study.id, study.templateId);
    const cut = { kind: 'AS_OF', instant: new Date('2000-01-01T00:00:00Z') } as const;
    const { columns } = await store.columnsUnder(base, { round: round!, cut, key: 'as of 2000' });
    const [column] = columns.values();
    expect(new Set(column!.states)).toEqual(new Set([244]));
  });
});
