import type { LocalizedText, MunicipalityInfo, QuestionSetDocument } from '@reflexbogen/domain';
import {
  createDataSource,
  MunicipalityRepository,
  PersonRepository,
  QuestionSetRepository,
  RoundRepository,
  StudyRepository,
  TemplateRepository,
} from '@reflexbogen/persistence';
import { createTestDatabase, type TestDatabase } from './database.js';

type DataSource = ReturnType<typeof createDataSource>;

/** A small study in a database of its own: a published set of three questions, a draft, one round, two municipalities. */
export interface PanelFixture {
  readonly database: TestDatabase;
  /** Works as the application role. */
  readonly dataSource: DataSource;
  readonly templateId: string;
  readonly studyId: string;
  readonly publishedSetId: string;
  readonly draftSetId: string;
  readonly roundId: string;
  readonly municipalityIds: readonly [string, string];
  /** By code: `rain`, `budget`, `remark`. */
  readonly questionIds: ReadonlyMap<string, string>;
  /** Id of somebody called Editor. */
  readonly personId: string;
  readonly close: () => Promise<void>;
}

const text = (de: string): LocalizedText => ({ de });

/** A set with one SCALE, one NUMBER and one TEXT question. */
export const sampleDocument = (year: number, revision = 1): QuestionSetDocument => ({
  year,
  revision,
  scales: [
    {
      code: 'four',
      ordered: true,
      polarity: 'HIGHER_IS_WORSE',
      boxes: { high: ['3', '4'] },
      missing: [{ code: 'dk', kind: 'DONT_KNOW', label: text('weiß nicht') }],
      levels: ['1', '2', '3', '4'].map((code) => ({ code, label: text(`Stufe ${code}`) })),
    },
  ],
  sections: [
    {
      code: 'climate',
      title: text('Klima'),
      questions: [
        { code: 'rain', type: 'SCALE', scale: 'four', required: true, text: text('Starkregen') },
        { code: 'budget', type: 'NUMBER', required: false, text: text('Mittel'), unit: text('EUR') },
        { code: 'remark', type: 'TEXT', required: false, text: text('Bemerkung'), visibleIf: 'budget > 0.0' },
      ],
    },
  ],
});

export const sampleMunicipality = (
  code: string,
  more: Partial<MunicipalityInfo> = {},
): Omit<MunicipalityInfo, 'id'> => ({
  code,
  name: `Gemeinde ${code}`,
  officialKey: null,
  attributes: {},
  attributesByRound: {},
  memberFrom: null,
  memberTo: null,
  joinedBecause: null,
  leftBecause: null,
  ...more,
});

export async function createPanelFixture(): Promise<PanelFixture> {
  const database = await createTestDatabase();
  const dataSource = await createDataSource({ url: database.appUrl, seesAll: true }).initialize();
  const { id: personId } = await new PersonRepository(dataSource).bySubject('editor', 'Editor');
  const templates = new TemplateRepository(dataSource);
  const sets = new QuestionSetRepository(dataSource, templates);
  const municipalities = new MunicipalityRepository(dataSource);
  const template = await templates.ensure('sheet', text('Bogen'));
  const published = present(
    await sets.createDraft({ templateId: template.id, basedOnId: null, document: sampleDocument(2025) }),
  );
  present(await sets.publish(published.id, published.version, personId, 'a'.repeat(64)));
  const draft = present(
    await sets.createDraft({ templateId: template.id, basedOnId: published.id, document: sampleDocument(2026) }),
  );
  const studyId = await dataSource.transaction(async (manager) => {
    const id = await new StudyRepository(dataSource).create(
      {
        slug: 'study',
        title: text('Studie'),
        description: null,
        defaultLocale: 'de',
        templateId: template.id,
        packageHash: null,
        attributes: [],
      },
      manager,
    );
    await municipalities.insertMany(id, [sampleMunicipality('A'), sampleMunicipality('B')], manager);
    return id;
  });
  const round = present(
    await new RoundRepository(dataSource).create({
      studyId,
      code: 'r2025',
      year: 2025,
      questionSetId: published.id,
      opensAt: new Date('2025-01-01T00:00:00Z'),
      closesAt: new Date('2025-12-31T00:00:00Z'),
      status: 'OPEN',
    }),
  );
  const [first, second] = await municipalities.listByStudy(studyId);
  return {
    database,
    dataSource,
    templateId: template.id,
    studyId,
    publishedSetId: published.id,
    draftSetId: draft.id,
    roundId: round.id,
    municipalityIds: [present(first ?? null).id, present(second ?? null).id],
    personId,
    questionIds: await templates.questionIds(template.id),
    close: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('the fixture could not be stored');
  return value;
}
