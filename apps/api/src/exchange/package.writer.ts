import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  canonicalJson,
  contentHashOf,
  decodeSubmission,
  encodeProvenance,
  layoutOf,
  receiptOf,
  type QuestionSet,
} from '@reflexbogen/domain';
import type { PackageFault, PackageSubmission, ReadPackage } from '@reflexbogen/exchange';
import {
  asService,
  municipalityId,
  MunicipalityRepository,
  type NewSubmission,
  QuestionSetRepository,
  RoundRepository,
  type StoredQuestionSet,
  StudyRepository,
  SubmissionRepository,
  takeTime,
  TemplateRepository,
} from '@reflexbogen/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { StudyAudit } from '../audit/study-audit.js';
import type { Actor } from '../access/actor.js';

export type WriteOutcome =
  | { readonly kind: 'WRITTEN' | 'UNCHANGED' | 'WRITABLE' }
  | { readonly kind: 'REFUSED'; readonly faults: readonly PackageFault[] };

/** Says that a dry run has come to its end: the transaction is given up on purpose. */
class DryRunEnd extends Error {}

/** Hash of everything in a package, whatever the order of its lines: a package that is stored already is recognised by it. */
export function packageHash(read: ReadPackage): string {
  const { questionSets, rounds, ...study } = read.study;
  const hash = createHash('sha256').update(
    canonicalJson({
      ...study,
      questionSets: questionSets.map(contentHashOf),
      rounds: rounds.map((round) => ({
        ...round,
        opensAt: round.opensAt.toISOString(),
        closesAt: round.closesAt.toISOString(),
      })),
      municipalities: read.municipalities,
    }),
  );
  for (const submission of read.submissions) {
    hash.update(`\n${submission.municipalityIndex}/${submission.roundIndex}\n`).update(submission.vector);
    if (submission.numbers)
      hash.update(
        new Uint8Array(submission.numbers.buffer, submission.numbers.byteOffset, submission.numbers.byteLength),
      );
    hash.update(canonicalJson({ texts: submission.texts, comments: submission.comments }));
  }
  return hash.digest('hex');
}

const fault = (code: string, message: string, expected: string): PackageFault => ({
  code,
  file: 'study.yaml',
  line: null,
  column: null,
  message,
  expected,
});

/** Writes a package that was read without fault: everything in one transaction, or nothing. */
@Injectable()
export class PackageWriter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly templates: TemplateRepository,
    private readonly questionSets: QuestionSetRepository,
    private readonly studies: StudyRepository,
    private readonly rounds: RoundRepository,
    private readonly municipalities: MunicipalityRepository,
    private readonly submissions: SubmissionRepository,
    private readonly audit: StudyAudit,
  ) {}

  async write(read: ReadPackage, actor: Pick<Actor, 'id'>, dryRun: boolean): Promise<WriteOutcome> {
    try {
      // A package brings a study that is not there yet: no row of anybody else is touched.
      return await asService(() =>
        this.dataSource.transaction(async (manager) => {
          await takeTime(manager);
          const outcome = await this.writeWithin(read, actor, manager);
          if (dryRun && outcome.kind === 'WRITTEN') throw new DryRunEnd();
          return outcome;
        }),
      );
    } catch (error) {
      if (error instanceof DryRunEnd) return { kind: 'WRITABLE' };
      throw error;
    }
  }

  private async writeWithin(
    read: ReadPackage,
    actor: Pick<Actor, 'id'>,
    manager: EntityManager,
  ): Promise<WriteOutcome> {
    await this.studies.lock(read.study.slug, manager);
    const hash = packageHash(read);
    const existing = await this.studies.findBySlug(read.study.slug, manager);
    if (existing?.packageHash === hash) return { kind: 'UNCHANGED' };
    if (existing !== null)
      return {
        kind: 'REFUSED',
        faults: [
          fault(
            'STUDY_EXISTS',
            `There is a study ${read.study.slug} with other content.`,
            'the package that was imported before, or another slug',
          ),
        ],
      };
    const template = await this.templates.ensure(read.study.template.slug, read.study.template.title, manager);
    const stored = await this.publishSets(read, template.id, actor, manager);
    if ('faults' in stored) return { kind: 'REFUSED', faults: stored.faults };
    const studyId = await this.studies.create({ ...read.study, templateId: template.id, packageHash: hash }, manager);
    await this.audit.record(studyId, actor, { act: 'IMPORT', object: null, old: null, new: hash }, manager);
    await this.municipalities.insertMany(studyId, read.municipalities, manager);
    const roundIds: string[] = [];
    for (const round of read.study.rounds) {
      const set = stored.sets.get(`${round.questionSet.year}/${round.questionSet.revision}`);
      if (set === undefined) throw new Error(`round ${round.code} asks a set that was not stored`);
      const created = await this.rounds.create(
        {
          studyId,
          code: round.code,
          year: round.year,
          questionSetId: set.id,
          opensAt: round.opensAt,
          closesAt: round.closesAt,
          status: round.status,
        },
        manager,
      );
      if (created === null) throw new Error(`round ${round.code} exists in a study that was just created`);
      roundIds.push(created.id);
    }
    const ids = read.municipalities.map(({ code }) => municipalityId(studyId, code));
    const setOf = (submission: PackageSubmission): StoredQuestionSet => {
      const { questionSet } = read.study.rounds[submission.roundIndex]!;
      return stored.sets.get(`${questionSet.year}/${questionSet.revision}`)!;
    };
    await this.submissions.insertMany(
      this.newSubmissions(read, ids, roundIds, setOf, actor),
      keysOf(read, ids, roundIds, setOf),
      manager,
    );
    await this.studies.announce(studyId, manager);
    return { kind: 'WRITTEN' };
  }

  /** Stores the sets that the template lacks; one that is published already must say the same. */
  private async publishSets(
    read: ReadPackage,
    templateId: string,
    actor: Pick<Actor, 'id'>,
    manager: EntityManager,
  ): Promise<{ readonly sets: ReadonlyMap<string, StoredQuestionSet> } | { readonly faults: readonly PackageFault[] }> {
    const known = await this.questionSets.findByTemplate(templateId, manager);
    const sets = new Map<string, StoredQuestionSet>();
    const faults: PackageFault[] = [];
    for (const document of read.study.questionSets) {
      const key = `${document.year}/${document.revision}`;
      const contentHash = contentHashOf(document);
      const existing = known.find(
        (set) => set.document.year === document.year && set.document.revision === document.revision,
      );
      if (existing !== undefined) {
        if (existing.contentHash === contentHash) sets.set(key, existing);
        else
          faults.push(
            fault(
              'CONTRADICTS_PUBLISHED',
              `Question set ${key} of template ${read.study.template.slug} exists with other content.`,
              'the published content, or the next revision',
            ),
          );
        continue;
      }
      const draft = await this.questionSets.createDraft({ templateId, basedOnId: null, document }, manager);
      const published =
        draft === null
          ? null
          : await this.questionSets.publish(draft.id, draft.version, actor.id, contentHash, manager);
      if (published === null) throw new Error(`question set ${key} could not be published within its own transaction`);
      sets.set(key, published);
    }
    return faults.length > 0 ? { faults } : { sets };
  }

  private *newSubmissions(
    read: ReadPackage,
    ids: readonly string[],
    roundIds: readonly string[],
    setOf: (submission: PackageSubmission) => StoredQuestionSet,
    actor: Pick<Actor, 'id'>,
  ): Generator<NewSubmission> {
    const questionSets: ReadonlyMap<string, QuestionSet> = new Map(read.questionSets.map((set) => [set.id, set]));
    for (const submission of read.submissions) {
      const round = read.study.rounds[submission.roundIndex]!;
      const questionSet = questionSets.get(`${round.questionSet.year}/${round.questionSet.revision}`)!;
      const stored = setOf(submission);
      const answers = decodeSubmission(layoutOf(questionSet), submission);
      const provenance = new Map([...answers.keys()].map((code) => [code, 'IMPORTED'] as const));
      yield {
        municipalityId: ids[submission.municipalityIndex]!,
        roundId: roundIds[submission.roundIndex]!,
        number: 1,
        questionSetId: stored.id,
        vector: submission.vector,
        numbers: submission.numbers,
        texts: submission.texts,
        comments: submission.comments,
        answered: submission.answered,
        // The package does not say when: the end of the round's window is the latest it can have been.
        submittedAt: round.closesAt,
        provenance: encodeProvenance(questionSet, provenance),
        submittedBy: actor.id,
        receipt: receiptOf({
          study: read.study.slug,
          municipality: read.municipalities[submission.municipalityIndex]!.code,
          round: round.code,
          questionSet,
          questionSetHash: stored.contentHash ?? '',
          number: 1,
          answers,
          provenance,
          comments: new Map(Object.entries(submission.comments ?? {})),
        }),
      };
    }
  }
}

function* keysOf(
  read: ReadPackage,
  ids: readonly string[],
  roundIds: readonly string[],
  setOf: (submission: PackageSubmission) => StoredQuestionSet,
) {
  for (const submission of read.submissions)
    yield [
      ids[submission.municipalityIndex]!,
      roundIds[submission.roundIndex]!,
      setOf(submission).id,
      'SUBMITTED',
      1,
    ] as const;
}
