import { randomUUID } from 'node:crypto';
import { chain, chainStart, type StandingAnswer } from '@reflexbogen/domain';
import { createPanelFixture, type PanelFixture } from '@reflexbogen/testing';
import { translateDatabaseError } from '../database-error.js';
import { AnswerRepository } from './answer.repository.js';
import { SheetEventRepository } from './sheet-event.repository.js';
import { SheetRepository, type SheetKey, type SheetWrite } from './sheet.repository.js';

const AT = new Date('2025-05-01T10:00:00.123Z');

describe('SheetRepository', () => {
  let panel: PanelFixture;
  let sheets: SheetRepository;
  let events: SheetEventRepository;
  let key: SheetKey;
  let rain: string;

  beforeAll(async () => {
    panel = await createPanelFixture();
    sheets = new SheetRepository(panel.dataSource);
    events = new SheetEventRepository(panel.dataSource);
    key = { municipalityId: panel.municipalityIds[0], roundId: panel.roundId };
    rain = panel.questionIds.get('rain') ?? '';
  });
  afterAll(() => panel.close());

  const answer = (value: string, revision: number): StandingAnswer => ({
    value,
    comment: null,
    revision,
    provenance: 'TYPED',
    savedAt: AT,
    savedBy: panel.personId,
  });
  const NOTHING: SheetWrite = { status: 'DRAFT', versions: 1, events: [], answers: new Map(), results: [] };
  const under = <Result>(
    sheet: SheetKey,
    act: (
      locked: Awaited<ReturnType<SheetRepository['lock']>>,
      manager: Parameters<SheetRepository['lock']>[2],
    ) => Promise<Result>,
  ): Promise<Result> =>
    panel.dataSource.transaction(async (manager) =>
      act(await sheets.lock(sheet, panel.publishedSetId, manager), manager),
    );

  it('lets one act at a time at a sheet, and shows each what the one before has left', async () => {
    const seen = await Promise.all(
      Array.from({ length: 10 }, () =>
        under(key, async (locked, manager) => {
          const state = await sheets.read(key, [rain], [], manager);
          const standing = state.answers.get(rain)?.revision ?? 0;
          const saved = answer(String(standing + 1), standing + 1);
          const head = { number: locked.events, hash: locked.eventHash ?? chainStart('sheet') };
          const { entries } = chain(head, [
            {
              at: AT,
              actor: panel.personId,
              role: 'RESPONDENT',
              client: 'spec 1',
              act: 'SAVE_ANSWER',
              object: 'rain',
              old: null,
              new: 'ü "\\',
              reason: null,
            },
          ]);
          const written = entries.map((entry) => ({ ...entry, revision: saved.revision }));
          await sheets.write(key, { ...NOTHING, events: written, answers: new Map([[rain, saved]]) }, manager);
          return [locked.version, locked.events, standing];
        }),
      ),
    );
    expect(seen.sort(([a = 0], [b = 0]) => a - b)).toEqual(Array.from({ length: 10 }, (_, turn) => [turn, turn, turn]));
    const history = await events.after(key, 0, { limit: 100 });
    expect(history.map(({ number, revision }) => [number, revision])).toEqual(
      Array.from({ length: 10 }, (_, turn) => [turn + 1, turn + 1]),
    );
    expect(history[3]).toMatchObject({ at: AT, actorName: 'Editor', client: 'spec 1', new: 'ü "\\' });
    expect(await new AnswerRepository(panel.dataSource).listBySheet(key.municipalityId, key.roundId)).toMatchObject([
      { question: 'rain', value: '10', revision: 10, savedByName: 'Editor', savedAt: AT },
    ]);
  });

  it('writes nothing where an answer has moved on without the lock', async () => {
    await expect(
      under(key, (_locked, manager) =>
        sheets.write(key, { ...NOTHING, answers: new Map([[rain, answer('stale', 3)]]) }, manager),
      ),
    ).rejects.toThrow('an answer was changed under the lock');
    expect(await under(key, (locked) => Promise.resolve(locked.version))).toBe(10);
  });

  describe('without the lock', () => {
    const NOW = { ...NOTHING, answers: new Map<string, StandingAnswer>() };
    const asKnown = () =>
      under(key, async (sheet, manager) => ({ sheet, round: (await sheets.read(key, [], [], manager)).round }));
    const tables = () =>
      panel.dataSource.query<unknown[]>(
        `SELECT (SELECT jsonb_agg(r) FROM response r) AS r, (SELECT jsonb_agg(a) FROM answer a) AS a,
           (SELECT count(*) FROM sheet_event) AS e, (SELECT count(*) FROM idempotency_key) AS k`,
      );
    const write = async (known: Awaited<ReturnType<typeof asKnown>>) => {
      const standing = await new AnswerRepository(panel.dataSource).listBySheet(key.municipalityId, key.roundId);
      const revision = standing[0]?.revision ?? 0;
      const { number, hash } = { number: known.sheet.events, hash: known.sheet.eventHash ?? chainStart('sheet') };
      const { entries } = chain({ number, hash }, [
        {
          at: AT,
          actor: panel.personId,
          role: 'RESPONDENT',
          client: null,
          act: 'SAVE_ANSWER',
          object: 'rain',
          old: null,
          new: null,
          reason: null,
        },
      ]);
      const result = { actor: panel.personId, key: randomUUID(), payloadHash: 'h', result: {} };
      const left = {
        ...NOW,
        events: entries,
        answers: new Map([[rain, answer('x', revision + 1)]]),
        results: [result],
      };
      return panel.dataSource.transaction((manager) => sheets.writeIf(known, key, left, manager));
    };

    it('writes where the sheet is what was known, once', async () => {
      const known = await asKnown();
      expect(await write(known)).toBe(true);
      const now = await asKnown();
      expect(now.sheet).toMatchObject({ version: known.sheet.version + 1, events: known.sheet.events + 1 });
      const before = await tables();
      expect(await write(known)).toBe(false);
      expect(await tables()).toEqual(before);
    });

    // Each leaves out one of the comparisons in `writeIf`: without it this very case writes.
    it.each<[string, string, string]>([
      ['version', 'UPDATE response SET version = version + 1', 'UPDATE response SET version = version - 1'],
      ['events', 'UPDATE response SET events = events + 1', 'UPDATE response SET events = events - 1'],
      ['status', `UPDATE response SET status = 'SUBMITTED'`, `UPDATE response SET status = 'DRAFT'`],
      ['round', `UPDATE round SET status = 'CLOSED'`, `UPDATE round SET status = 'OPEN'`],
      [
        'start of the window',
        `UPDATE round SET opens_at = opens_at - interval '1 ms'`,
        `UPDATE round SET opens_at = opens_at + interval '1 ms'`,
      ],
      [
        'end of the window',
        `UPDATE round SET closes_at = closes_at + interval '1 ms'`,
        `UPDATE round SET closes_at = closes_at - interval '1 ms'`,
      ],
    ])('writes nothing at all where another %s is there by now', async (_, change, back) => {
      const known = await asKnown();
      await panel.dataSource.query(change);
      const before = await tables();
      expect(await write(known)).toBe(false);
      expect(await tables()).toEqual(before);
      await panel.dataSource.query(back);
      expect(await write(known)).toBe(true);
    });

    it('writes nothing for another question set than was known', async () => {
      const known = await asKnown();
      const other = { ...known, sheet: { ...known.sheet, questionSetId: randomUUID() } };
      expect(await write(other)).toBe(false);
    });

    it('of many at once on the same knowledge lets one write', async () => {
      const known = await asKnown();
      const written = await Promise.all(Array.from({ length: 8 }, () => write(known)));
      expect(written.filter(Boolean)).toHaveLength(1);
    });
  });

  it('remembers the result of a key in the same transaction, and of two sheets at once gives it to one', async () => {
    const act = { actor: panel.personId, key: '0b8e4f6a-6c1e-4d39-9a35-6d8c2b6f1a11', payloadHash: 'h' };
    const remember = (manager: Parameters<SheetRepository['write']>[2]) =>
      sheets.write(key, { ...NOTHING, results: [{ ...act, result: { saved: ['ü'] } }] }, manager);
    await expect(
      under(key, async (_locked, manager) => {
        await remember(manager);
        throw new Error('the act failed');
      }),
    ).rejects.toThrow('the act failed');
    const known = () =>
      under(key, async (_locked, manager) =>
        (await sheets.read(key, [], [act], manager)).results.get(`${act.actor} ${act.key}`),
      );
    expect(await known()).toBeUndefined();
    await under(key, (_locked, manager) => remember(manager));
    expect(await known()).toEqual({ payloadHash: 'h', result: { saved: ['ü'] } });
    const again = under(key, (_locked, manager) => remember(manager)).catch((error: unknown) => error);
    expect(translateDatabaseError(await again, 'idempotency_key_pkey')).toBe('DUPLICATE');
  });

  it('reads window, extension, departments and submission as they are after the lock', async () => {
    const other = { ...key, municipalityId: panel.municipalityIds[1] };
    const state = await under(other, (_locked, manager) => sheets.read(other, [rain], [], manager));
    expect(state).toMatchObject({
      round: { code: 'r2025', status: 'OPEN' },
      extension: null,
      submission: null,
    });
    expect([state.departments.size, state.answers.size, state.results.size]).toEqual([0, 0, 0]);
  });
});
