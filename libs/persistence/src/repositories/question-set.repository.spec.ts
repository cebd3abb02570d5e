import { createPanelFixture, sampleDocument, type PanelFixture } from '@reflexbogen/testing';
import { QuestionSetRepository } from './question-set.repository.js';
import { TemplateRepository } from './template.repository.js';

describe('QuestionSetRepository', () => {
  let panel: PanelFixture;
  let sets: QuestionSetRepository;

  beforeAll(async () => {
    panel = await createPanelFixture();
    sets = new QuestionSetRepository(panel.dataSource, new TemplateRepository(panel.dataSource));
  });
  afterAll(() => panel.close());

  const draftOf = async (year: number) => {
    const draft = await sets.createDraft({
      templateId: panel.templateId,
      basedOnId: null,
      document: sampleDocument(year),
    });
    if (draft === null) throw new Error('there is such a set');
    return draft;
  };

  it('gives back the document it was given', async () => {
    const draft = await draftOf(2030);
    expect(draft).toMatchObject({ status: 'DRAFT', version: 1, contentHash: null, publishedAt: null });
    expect(draft.document).toEqual(sampleDocument(2030));
  });

  it('refuses a second set of the same year and revision', async () => {
    expect(
      await sets.createDraft({ templateId: panel.templateId, basedOnId: null, document: sampleDocument(2025) }),
    ).toBeNull();
  });

  it('takes exactly one of two designers who save at once', async () => {
    const draft = await draftOf(2031);
    const outcomes = await Promise.all([
      sets.saveDraft(draft.id, sampleDocument(2031), draft.version, { id: panel.personId }),
      sets.saveDraft(draft.id, { ...sampleDocument(2031), sections: [] }, draft.version, { id: panel.personId }),
    ]);
    expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
    expect(await sets.findById(draft.id)).toEqual(outcomes.find((outcome) => outcome !== null));
  });

  it('publishes exactly once', async () => {
    const draft = await draftOf(2032);
    const publish = () => sets.publish(draft.id, draft.version, panel.personId, 'b'.repeat(64));
    const outcomes = await Promise.all([publish(), publish()]);
    expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
    expect(await sets.findById(draft.id)).toMatchObject({ status: 'PUBLISHED', contentHash: 'b'.repeat(64) });
  });

  it('never publishes anything but what was last saved', async () => {
    const draft = await draftOf(2033);
    const [saved, published] = await Promise.all([
      sets.saveDraft(draft.id, { ...sampleDocument(2033), sections: [] }, draft.version, { id: panel.personId }),
      sets.publish(draft.id, draft.version, panel.personId, 'b'.repeat(64)),
    ]);
    expect([saved, published].filter((outcome) => outcome !== null)).toHaveLength(1);
    const stored = await sets.findById(draft.id);
    expect(stored?.document.sections).toHaveLength(published === null ? 0 : 1);
  });

  it('refuses to save a published set', async () => {
    const stored = await sets.findById(panel.publishedSetId);
    expect(
      await sets.saveDraft(panel.publishedSetId, sampleDocument(2025), stored?.version ?? 0, { id: panel.personId }),
    ).toBeNull();
  });

  it('keeps the identity of a question over sets', async () => {
    const before = panel.questionIds;
    await draftOf(2034);
    expect(await new TemplateRepository(panel.dataSource).questionIds(panel.templateId)).toEqual(before);
  });
});
