import { createHash, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentHashOf, type QuestionSetDocument } from '@reflexbogen/domain';
import { asService, QuestionSetRepository } from '@reflexbogen/persistence';
import fc from 'fast-check';
import type { Actor } from '../apps/api/src/access/actor.js';
import { PanelService } from '../apps/api/src/municipality/panel.service.js';
import { DraftingService } from '../apps/api/src/question-set/drafting.service.js';
import { PublishingService } from '../apps/api/src/question-set/publishing.service.js';
import { AnswerService } from '../apps/api/src/response/answer.service.js';
import { SheetService } from '../apps/api/src/response/sheet.service.js';
import { SubmissionService } from '../apps/api/src/response/submission.service.js';
import { RoundPlanningService } from '../apps/api/src/round/round-planning.service.js';
import { RoundService } from '../apps/api/src/round/round.service.js';
import { SharedScaleService } from '../apps/api/src/scale-library/shared-scale.service.js';
import { TemplateService } from '../apps/api/src/template/template.service.js';
import { Role, startTestApi, type TestApi } from './harness/api.js';
import { inputOf } from './harness/document-input.js';

const FIXTURE = fileURLToPath(new URL('./fixtures/designing-story', import.meta.url));
/** A study for every hundred sequences: with the revisions of a thousand sequences each act would read for seconds. */
const STUDIES = 50;
/** All of them with `npm run test:complete`: a sequence is dozens of acts through the whole service. */
const SEQUENCES = process.env['TESTS'] === 'complete' ? 100 : 50;
const LOOK_EVERY = 10;
const FIGURES = `query ($study: String!) { comparison(study: $study, from: "2016", to: "2017") {
  panelSize deltas { question { code } comparability notes tally { increased decreased unchanged excluded exclusions { reason count } } } } }`;
const MUNICIPALITIES = ['a', 'b', 'c'];

/** One act of somebody. `pick` chooses among what there is at that moment. */
interface Act {
  readonly kind: (typeof KINDS)[number];
  readonly pick: number;
  readonly word: string;
}
const KINDS = [
  'save', 'save', 'save', 'restore', 'publish', 'publish', 'open', 'correct', 'answer', 'answer', 'submit', 'submit',
  'archive', 'scale', 'module', 'locales', 'join', 'stale',
] as const; // prettier-ignore
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    pick: fc.nat(1000),
    word: fc.constantFrom('neu', 'alt', 'mehr', 'ganz anders'),
  }),
  { minLength: 1, maxLength: 5 },
);

const designer: Actor = {
  id: '00000000-0000-4000-8000-00000000000d',
  name: 'D',
  roles: [Role.DESIGNER],
  studies: null,
  municipality: null,
  department: null,
  signatory: false,
  client: null,
  singleAnswers: true,
};
const respondent = (study: string, municipality: string): Actor => ({
  id: '00000000-0000-4000-8000-00000000000e',
  name: municipality,
  roles: [Role.RESPONDENT],
  studies: [study],
  municipality,
  department: null,
  signatory: true,
  client: null,
  singleAnswers: false,
});

describe('whatever designers and respondents do', () => {
  let api: TestApi;
  let folder: string;
  let study: string;
  let templateId: string;
  let analyst: string;
  beforeAll(async () => {
    api = await startTestApi();
    for (const { id, name } of [designer, respondent('', 'E')])
      await api.dataSource.query('INSERT INTO person (id, subject, name) VALUES ($1, $2, $2)', [id, name]);
    folder = mkdtempSync(join(tmpdir(), 'reflexbogen-designing-'));
    analyst = await api.token(Role.ANALYST);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await api.stop();
  });

  /** The fixture as a study and a template of its own. */
  const begin = async (index: number): Promise<void> => {
    study = `story-${index}`;
    const path = join(folder, study);
    cpSync(FIXTURE, path, { recursive: true });
    const file = join(path, 'study.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('designing-story', study));
    expect(await api.importPath(path)).toMatchObject({ status: 'SUCCEEDED' });
    const [row] = await api.dataSource.query<[{ id: string }]>('SELECT id FROM template WHERE slug = $1', [study]);
    templateId = row.id;
  };

  const sets = () => api.app.get(QuestionSetRepository).findByTemplate(templateId);
  const draftOf = async (year: number) => {
    const stored = await sets();
    const draft = stored.find(({ status }) => status === 'DRAFT');
    if (draft !== undefined) return draft;
    const base = stored.filter(({ document }) => document.year <= year).at(-1)!;
    await api.app
      .get(DraftingService)
      .draft(
        { template: study, year, basedOn: { year: base.document.year, revision: base.document.revision }, modules: [] },
        designer,
      );
    return (await sets()).find(({ status }) => status === 'DRAFT')!;
  };

  /** A document with one thing changed, and with or without a word on what that means. */
  const edited = (document: QuestionSetDocument, { pick, word }: Act): QuestionSetDocument => {
    const codes = document.sections.flatMap(({ questions }) => questions.map(({ code }) => code));
    const chosen = codes[pick % Math.max(1, codes.length)];
    const verdict = (['EDITORIAL', 'COMPARABLE', 'BREAK', 'IDENTICAL'] as const)[pick % 4]!;
    const sections = document.sections.map((section, index) => ({
      ...section,
      questions: [
        ...section.questions.flatMap((question) => {
          if (question.code !== chosen) return [question];
          if (pick % 11 === 0 && codes.length > 3) return [];
          const stated = question.since === undefined ? {} : { since: { ...question.since, verdict } };
          if (pick % 3 === 0) return [{ ...question, required: !question.required }];
          return [{ ...question, text: { ...question.text, de: word }, ...stated }];
        }),
        ...(index === 0 && pick % 7 === 0 && codes.length < 30
          ? [{ code: `q${pick}`, type: 'BOOLEAN' as const, text: { de: word }, required: false }].filter(
              ({ code }) => !codes.includes(code),
            )
          : []),
      ],
    }));
    return { ...document, sections };
  };

  const perform = async (act: Act): Promise<void> => {
    const { kind, pick, word } = act;
    const app = api.app;
    const year = 2018 + (pick % 3);
    const openRounds = async () =>
      await api.dataSource.query<{ code: string; year: number; set: string }[]>(
        `SELECT r.code, r.year, r.question_set_id AS set FROM round r JOIN study s ON s.id = r.study_id
         WHERE s.slug = $1 AND r.status = 'OPEN' ORDER BY r.code`,
        [study],
      );
    const municipality = MUNICIPALITIES[pick % 3]!;
    switch (kind) {
      case 'save':
      case 'stale': {
        const draft = await draftOf(year);
        const version = kind === 'stale' ? Math.max(1, draft.version - 1) : draft.version;
        const document = inputOf(edited(draft.document, act));
        await app.get(DraftingService).save({ id: draft.id, version, document }, designer);
        return;
      }
      case 'restore': {
        const draft = await draftOf(year);
        await app
          .get(DraftingService)
          .restore({ id: draft.id, version: draft.version, to: 1 + (pick % draft.version) }, designer);
        return;
      }
      case 'publish':
        await app.get(PublishingService).publish({ id: (await draftOf(year)).id }, designer);
        return;
      case 'open': {
        const set = (await sets())
          .filter(({ status, document }) => status === 'PUBLISHED' && document.year >= 2018)
          .at(-1);
        if (set === undefined) return;
        await app.get(RoundService).open(
          {
            study,
            code: String(set.document.year),
            questionSet: set.id,
            opensAt: null,
            closesAt: new Date('2999-01-01'),
          },
          designer,
          new Date(),
        );
        return;
      }
      case 'correct': {
        const round = (await openRounds())[0];
        const stored = await sets();
        const later = stored.filter(({ document }) => document.year === round?.year).at(-1);
        if (round === undefined || later === undefined) return;
        await app.get(RoundPlanningService).correct({ study, round: round.code, questionSet: later.id }, designer);
        return;
      }
      case 'answer':
      case 'submit': {
        const rounds = await openRounds();
        const round = rounds[pick % Math.max(1, rounds.length)];
        if (round === undefined) return;
        const actor = respondent(study, municipality);
        const sheet = await app.get(SheetService).mySheet(study, round.code, actor);
        if (sheet === null) return;
        const questions = sheet.sections.flatMap((section) => section.questions);
        const target = questions[pick % questions.length];
        const type = (target?.question as { type?: string; code: string }).type;
        const value =
          type === 'BOOLEAN'
            ? { boolean: pick % 2 === 0 }
            : type === 'NUMBER'
              ? { number: pick }
              : type === 'TEXT'
                ? { text: word }
                : { level: String(1 + (pick % 4)) };
        if (target !== undefined)
          await app.get(AnswerService).save(
            {
              response: sheet.response.id,
              idempotencyKey: randomUUID(),
              answers: [
                {
                  question: (target.question as { code: string }).code,
                  value,
                  basedOnRevision: target.answer?.revision ?? 0,
                },
              ],
            },
            actor,
          );
        if (kind === 'submit') await app.get(SubmissionService).submit({ response: sheet.response.id }, actor);
        return;
      }
      case 'archive':
        if (pick % 10 === 0)
          await app.get(TemplateService).archiveQuestions({ template: study, questions: [`q${pick}`] }, designer);
        return;
      case 'scale': {
        const scale = { code: 'four', ordered: true, polarity: 'NEUTRAL' as const, boxes: [], missing: [] };
        const levels = ['1', '2', '3'].map((code) => ({
          code,
          label: [{ locale: 'de', text: word }],
          archived: pick % 2 === 0,
        }));
        const [stored] = await app.get(SharedScaleService).list();
        await app
          .get(SharedScaleService)
          .save({ revision: stored?.revision ?? 0, scale: { ...scale, levels } }, designer);
        return;
      }
      case 'module': {
        const { scales, sections } = inputOf(edited((await sets())[0]!.document, act));
        await app
          .get(TemplateService)
          .publishModule(
            { template: study, code: 'core', title: [{ locale: 'de', text: 'Kern' }], scales, sections },
            designer,
          );
        return;
      }
      case 'locales':
        await app.get(TemplateService).requireLocales({ template: study, locales: pick % 4 === 0 ? ['de'] : [] });
        return;
      case 'join':
        await app.get(PanelService).change(
          {
            study,
            changes: [{ join: { municipality: { code: `j${pick}`, name: word, attributes: [] }, year } }],
          },
          designer,
        );
    }
  };

  const published = new Map<string, string>();
  const submitted = new Map<string, string>();
  const seen = new Map<string, number>();
  const figures = new Map<string, string>();
  let performed = 0;
  let sequences = 0;

  /** What was published, handed in or counted once, is what it was. */
  const check = async (): Promise<void> => {
    for (const { id, status, document, contentHash } of await sets()) {
      if (status === 'DRAFT') continue;
      expect(contentHashOf(document)).toBe(contentHash);
      expect(published.get(id) ?? contentHash).toBe(contentHash);
      published.set(id, contentHash ?? '');
    }
    const rows = await api.dataSource.query<{ key: string; hash: string }[]>(
      `SELECT municipality_id || '/' || round_id || '/' || number AS key, md5(s::text) AS hash FROM submission s
       WHERE round_id IN (SELECT r.id FROM round r JOIN study t ON t.id = r.study_id WHERE t.slug = $1)`,
      [study],
    );
    expect(rows.length).toBeGreaterThanOrEqual(seen.get(study) ?? 0);
    seen.set(study, rows.length);
    for (const { key, hash } of rows) {
      expect(submitted.get(key) ?? hash).toBe(hash);
      submitted.set(key, hash);
    }
    const pair = await api.query<object>(FIGURES, { study }, analyst);
    const told = createHash('sha256').update(JSON.stringify(pair.data)).digest('hex');
    expect(figures.get(study) ?? told).toBe(told);
    figures.set(study, told);
  };

  it(`neither a published set, nor a submission, nor an earlier figure moves (${STUDIES * SEQUENCES} sequences)`, async () => {
    for (let index = 0; index < STUDIES; index += 1) {
      await begin(index);
      await check();
      await fc.assert(
        fc.asyncProperty(acts, async (sequence) => {
          for (const act of sequence) {
            await asService(() => perform(act));
            performed += 1;
          }
          // What moved once stays moved: looking at everything now and then misses nothing.
          sequences += 1;
          if (sequences % LOOK_EVERY === 0) await check();
        }),
        { numRuns: SEQUENCES, endOnFailure: true },
      );
      await check();
    }
    expect(performed).toBeGreaterThan(STUDIES * SEQUENCES);
    // The acts were acts: beside what was imported, sets were published and sheets handed in.
    expect(published.size).toBeGreaterThan(STUDIES * 4);
    expect(submitted.size).toBeGreaterThan(STUDIES * 7);
  }, 1_500_000);
});
