import { createPanelFixture, sampleMunicipality, type PanelFixture } from '@reflexbogen/testing';
import { MunicipalityRepository } from './municipality.repository.js';
import { StudyRepository } from './study.repository.js';
import { LATEST, type SubmissionCut } from './submission-cuts.js';
import { SubmissionRepository, type NewSubmission } from './submission.repository.js';

const NASTY = 'Tab\tZeile\nRück\rlauf \\N \\\\x00 \\. "zitat" \'auslass\' ÄÖÜß € 🌧 \u2028';

describe('loading by COPY', () => {
  let panel: PanelFixture;
  let submissions: SubmissionRepository;

  beforeAll(async () => {
    panel = await createPanelFixture();
    submissions = new SubmissionRepository(panel.dataSource);
  });
  afterAll(() => panel.close());

  const submissionOf = (municipality: 0 | 1, number: number, more: Partial<NewSubmission> = {}): NewSubmission => ({
    municipalityId: panel.municipalityIds[municipality],
    roundId: panel.roundId,
    number,
    questionSetId: panel.publishedSetId,
    vector: Uint8Array.from({ length: 256 }, (_, index) => index),
    numbers: Float64Array.of(NaN, -0, 0, 0.1, -1e15, Number.MIN_VALUE),
    texts: { remark: NASTY },
    comments: { rain: NASTY },
    answered: 3,
    submittedAt: new Date('2025-06-01T12:34:56.789Z'),
    submittedBy: panel.personId,
    receipt: 'd'.repeat(64),
    ...more,
  });

  it('stores municipalities as they are', async () => {
    const municipalities = new MunicipalityRepository(panel.dataSource);
    const nasty = sampleMunicipality('N\t1', {
      name: NASTY,
      officialKey: '\\N',
      attributes: { land: NASTY },
      attributesByRound: { r2025: { land: 'x' } },
      memberFrom: 2020,
      memberTo: 2025,
      joinedBecause: 'SPLIT',
      leftBecause: 'MERGED',
      carriesOn: 'a\tb',
    });
    const empty = sampleMunicipality('', { name: '', carriesOn: null });
    const studyId = await panel.dataSource.transaction(async (manager) => {
      const id = await new StudyRepository(panel.dataSource).create(
        {
          slug: 'copied',
          title: { de: 'x' },
          description: null,
          defaultLocale: 'de',
          templateId: panel.templateId,
          packageHash: null,
          attributes: [],
        },
        manager,
      );
      await municipalities.insertMany(id, [nasty, empty], manager);
      return id;
    });
    expect((await municipalities.listByStudy(studyId)).map(({ id: _id, ...rest }) => rest)).toEqual([nasty, empty]);
    expect(await municipalities.findByCode(studyId, 'N\t1')).toMatchObject({ name: NASTY });
  });

  it('stores submissions as they are, the last one standing', async () => {
    const last = submissionOf(1, 2, { texts: null, comments: null, numbers: null, vector: Uint8Array.of() });
    await panel.dataSource.transaction((manager) =>
      submissions.insertMany(
        [submissionOf(0, 1), submissionOf(1, 1), last],
        panel.municipalityIds.map((id) => [id, panel.roundId, panel.publishedSetId, 'SUBMITTED', 1]),
        manager,
      ),
    );
    const stored = await submissions.latest(panel.municipalityIds[0], panel.roundId);
    const { answered: _answered, vector, ...expected } = submissionOf(0, 1);
    expect(stored).toMatchObject({ ...expected, sequence: expect.any(Number) });
    expect(Uint8Array.from(stored?.vector ?? [])).toEqual(vector);
    expect(Object.is(stored?.numbers?.[1], -0)).toBe(true);
    const latest = await submissions.byRounds(new Map([[panel.roundId, LATEST]]));
    expect(
      latest
        .get(panel.roundId)
        ?.map(({ numbers }) => numbers?.length ?? null)
        .sort(),
    ).toEqual([6, null]);
    const streamed = [];
    for await (const submission of submissions.stream(panel.roundId, panel.municipalityIds, { pageSize: 1 }))
      streamed.push(submission);
    expect(streamed.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('reads several rounds at once, each under its cut', async () => {
    const [first, second] = panel.municipalityIds;
    const early = new Date('2025-01-01T00:00:00Z');
    const late = new Date('2025-12-01T00:00:00Z');
    const rounds = new Map<string, string>();
    for (const code of ['latest', 'early', 'pinned', 'empty']) {
      const [round] = await panel.dataSource.query<{ id: string }[]>(
        `INSERT INTO round (study_id, code, year, question_set_id, opens_at, closes_at, status)
         SELECT study_id, $2, year, question_set_id, opens_at, closes_at, status FROM round WHERE id = $1 RETURNING id`,
        [panel.roundId, code],
      );
      rounds.set(code, round?.id ?? '');
    }
    const idOf = (code: string): string => rounds.get(code) ?? '';
    const filled = ['latest', 'early', 'pinned'].map(idOf);
    await panel.dataSource.transaction((manager) =>
      submissions.insertMany(
        filled.flatMap((roundId) => [
          submissionOf(0, 1, { roundId, submittedAt: early, vector: Uint8Array.of(1) }),
          submissionOf(0, 2, { roundId, submittedAt: late, vector: Uint8Array.of(2), provenance: Uint8Array.of(9) }),
          submissionOf(1, 1, { roundId, submittedAt: late, vector: Uint8Array.of(3) }),
        ]),
        filled.flatMap((roundId) =>
          [first, second].map((id) => [id, roundId, panel.publishedSetId, 'SUBMITTED', 1] as const),
        ),
        manager,
      ),
    );
    const cuts = new Map<string, SubmissionCut>([
      [idOf('latest'), LATEST],
      [idOf('empty'), LATEST],
      [idOf('early'), { kind: 'AS_OF', instant: new Date('2025-06-01T00:00:00Z') }],
      [
        idOf('pinned'),
        {
          kind: 'PINNED',
          numbers: new Map([
            [first, 1],
            [second, 1],
            ['00000000-0000-4000-8000-000000000000', 1],
          ]),
        },
      ],
    ]);

    const found = await submissions.byRounds(cuts);

    const said = (code: string) =>
      (found.get(idOf(code)) ?? [])
        .map(({ municipalityId, vector, questionSetId }) => [municipalityId, [...vector], questionSetId])
        .sort();
    const set = panel.publishedSetId;
    expect(said('latest')).toEqual(
      [
        [first, [2], set],
        [second, [3], set],
      ].sort(),
    );
    expect(said('empty')).toEqual([]);
    expect(said('early')).toEqual([[first, [1], set]]);
    expect(said('pinned')).toEqual(
      [
        [first, [1], set],
        [second, [3], set],
      ].sort(),
    );
    const provenance = await submissions.provenanceByRounds([idOf('latest'), idOf('early')]);
    expect([...provenance.values()].map((bytes) => [...bytes])).toEqual([[9], [9]]);
    expect(provenance.has(found.get(idOf('latest'))?.find(({ vector }) => vector[0] === 2)?.sequence ?? -1)).toBe(true);
    expect(await submissions.byRounds(new Map())).toEqual(new Map());
  });

  it('stores nothing of a load that breaks off', async () => {
    const before = await panel.dataSource.query<{ count: string }[]>('SELECT count(*) FROM submission');
    const breaking = async function* () {
      yield submissionOf(0, 5);
      await Promise.resolve();
      throw new Error('the package ended early');
    };
    const load = panel.dataSource.transaction((manager) => submissions.insertMany(breaking(), [], manager));
    await expect(load).rejects.toThrow('the package ended early');
    expect(await panel.dataSource.query<{ count: string }[]>('SELECT count(*) FROM submission')).toEqual(before);
  });
});
