import { createPanelFixture, type PanelFixture } from '@reflexbogen/testing';
import { AnswerRepository, type AnswerSave } from './answer.repository.js';
import { IdempotencyRepository } from './idempotency.repository.js';
import { ResponseRepository } from './response.repository.js';

describe('AnswerRepository', () => {
  let panel: PanelFixture;
  let answers: AnswerRepository;

  beforeAll(async () => {
    panel = await createPanelFixture();
    answers = new AnswerRepository(panel.dataSource);
    for (const id of panel.municipalityIds)
      await new ResponseRepository(panel.dataSource).ensure(id, panel.roundId, panel.publishedSetId);
  });
  afterAll(() => panel.close());

  const saveOf = (value: string | null, basedOnRevision: number, more: Partial<AnswerSave> = {}): AnswerSave => ({
    municipalityId: panel.municipalityIds[0],
    roundId: panel.roundId,
    questionId: panel.questionIds.get('rain') ?? '',
    value,
    comment: undefined,
    basedOnRevision,
    savedBy: 'editor',
    savedByName: 'Editor',
    ...more,
  });
  const save = (request: AnswerSave) => panel.dataSource.transaction((manager) => answers.save(request, manager));

  it('takes exactly one of two first writers', async () => {
    const outcomes = await Promise.all(['1', '2'].map((value) => save(saveOf(value, 0))));
    expect(outcomes.map(({ saved }) => saved).sort()).toEqual([false, true]);
    const winner = outcomes.findIndex(({ saved }) => saved);
    expect(outcomes[1 - winner]).toMatchObject({
      stored: { question: 'rain', value: String(winner + 1), revision: 1 },
    });
  });

  it('takes exactly one of ten writers on the same revision', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => save(saveOf('3', 1))));
    expect(outcomes.filter(({ saved }) => saved)).toEqual([{ saved: true, revision: 2 }]);
  });

  it('keeps the comment unless one is given, and empties both', async () => {
    const questionId = panel.questionIds.get('budget') ?? '';
    await save(saveOf('10', 0, { questionId, comment: 'first' }));
    await save(saveOf('11', 1, { questionId }));
    const sheet = () => answers.listBySheet(panel.municipalityIds[0], panel.roundId);
    expect((await sheet()).find(({ question }) => question === 'budget')).toMatchObject({
      value: '11',
      comment: 'first',
    });
    await save(saveOf(null, 2, { questionId, comment: null }));
    expect((await sheet()).find(({ question }) => question === 'budget')).toMatchObject({
      value: null,
      comment: null,
      revision: 3,
    });
  });

  it('says that the answer an editor has seen does not exist', async () => {
    expect(await save(saveOf('1', 4, { municipalityId: panel.municipalityIds[1] }))).toEqual({
      saved: false,
      stored: null,
    });
  });

  describe('with idempotency keys', () => {
    it('runs an act once, however often it is repeated at once', async () => {
      const idempotency = new IdempotencyRepository(panel.dataSource);
      const act = {
        municipalityId: panel.municipalityIds[1],
        actor: 'editor',
        key: '0b8e4f6a-6c1e-4d39-9a35-6d8c2b6f1a11',
        payloadHash: 'h',
      };
      let runs = 0;
      const results = await Promise.all(
        Array.from({ length: 5 }, () =>
          panel.dataSource.transaction(async (manager) => {
            const known = await idempotency.claim(act, manager);
            if (known !== null) return known;
            runs += 1;
            await idempotency.remember(act, { revision: 7 }, manager);
            return { payloadHash: act.payloadHash, result: { revision: 7 } };
          }),
        ),
      );
      expect(runs).toBe(1);
      expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    });

    it('forgets the key of an act that failed', async () => {
      const idempotency = new IdempotencyRepository(panel.dataSource);
      const act = {
        municipalityId: panel.municipalityIds[1],
        actor: 'editor',
        key: '0b8e4f6a-6c1e-4d39-9a35-6d8c2b6f1a12',
        payloadHash: 'h',
      };
      const failing = panel.dataSource.transaction(async (manager) => {
        await idempotency.claim(act, manager);
        await idempotency.remember(act, {}, manager);
        throw new Error('the act failed');
      });
      await expect(failing).rejects.toThrow('the act failed');
      expect(await panel.dataSource.transaction((manager) => idempotency.claim(act, manager))).toBeNull();
    });
  });
});
