import { Injectable } from '@nestjs/common';
import {
  diffQuestionSets,
  diffToMarkdown,
  diffToText,
  prepareQuestionSet,
  proposeVerdict,
  type QuestionSet,
  type QuestionSetDiff,
} from '@reflexbogen/domain';
import {
  FreezeRepository,
  QuestionSetRepository,
  RoundRepository,
  StudyRepository,
  type StoredQuestionSet,
  type StoredRound,
  type StoredStudy,
} from '@reflexbogen/persistence';
import { mayTouchStudy, type Actor } from '../access/actor.js';
import { badInput } from '../graphql/api-error.js';
import { rowsByKey } from '../graphql/operation-loader.js';
import { UUID } from './question-set.service.js';
import type {
  AffectedSeriesModel,
  QuestionChangeModel,
  QuestionSetDiffModel,
  VerdictProposalModel,
} from './diff.model.js';

/** Parent of the schema's QuestionSetDiff. */
export interface DiffParent extends QuestionSetDiffModel {
  readonly diff: QuestionSetDiff;
}

/** Parent of the schema's QuestionChange. */
export interface ChangeParent extends QuestionChangeModel {
  readonly sides: Sides;
}

interface Sides {
  readonly from: QuestionSet;
  readonly to: QuestionSet;
  /** Loaded when the first change asks, once for all of them. */
  readonly usage: () => Promise<Usage>;
}

/** Where the questions of a template are asked. */
interface Usage {
  /** Ids of the question sets that ask a question, by its code. */
  readonly asking: ReadonlyMap<string, ReadonlySet<string>>;
  readonly studies: readonly {
    readonly study: StoredStudy;
    readonly rounds: readonly StoredRound[];
    readonly freezes: readonly string[];
  }[];
}

@Injectable()
export class DiffService {
  constructor(
    private readonly questionSets: QuestionSetRepository,
    private readonly studies: StudyRepository,
    private readonly rounds: RoundRepository,
    private readonly freezes: FreezeRepository,
  ) {}

  /** @throws BAD_USER_INPUT for sets of different templates; null where one of them does not exist */
  async diff(fromId: string, toId: string, defaultLocale: string): Promise<DiffParent | null> {
    const [from, to] = await Promise.all([this.find(fromId), this.find(toId)]);
    if (from === null || to === null) return null;
    if (from.templateId !== to.templateId)
      throw badInput(
        'from, to: the question sets belong to different templates; questions have their identity in one.',
      );
    const published = (await this.questionSets.findByTemplate(from.templateId)).filter(
      ({ status }) => status !== 'DRAFT',
    );
    const history = published.map(({ id, document }) => prepareQuestionSet(id, document));
    const prepared = ({ id, document }: StoredQuestionSet): QuestionSet =>
      history.find((set) => set.id === id) ?? prepareQuestionSet(id, document);
    let known: Promise<Usage> | undefined;
    const sides: Sides = {
      from: prepared(from),
      to: prepared(to),
      usage: () => (known ??= this.usageOf(from.templateId, published)),
    };
    const diff = diffQuestionSets(sides.from, sides.to, { history, defaultLocale });
    return {
      diff,
      added: diff.added,
      removed: diff.removed,
      moved: diff.moved,
      changed: diff.changed.map((change): ChangeParent => ({ ...change, sides })),
      brokenUnchanged: diff.brokenUnchanged,
      addedSections: diff.sections.added,
      removedSections: diff.sections.removed,
      retitledSections: diff.sections.retitled,
      unchanged: diff.unchanged,
    };
  }

  text({ diff }: DiffParent, format: 'MARKDOWN' | 'TEXT', locale: string): string {
    const language = locale.startsWith('de') ? 'de' : 'en';
    return format === 'MARKDOWN' ? diffToMarkdown(diff, language) : diffToText(diff, language);
  }

  proposal({ code, sides: { from, to } }: ChangeParent, locale: string): VerdictProposalModel | null {
    const ofCode = (set: QuestionSet) => set.byCode.get(code) ?? set.questions.find(({ grid }) => grid?.code === code);
    const [before, after] = [ofCode(from), ofCode(to)];
    if (before === undefined || after === undefined) return null;
    const { verdict, recode, reason } = proposeVerdict(before, after, locale);
    return {
      verdict,
      reason,
      recode: Object.entries(recode ?? {}).map(([level, target]) => ({ from: level, to: target })),
    };
  }

  /** The studies of the template whose rounds asked the question: where a break would be seen. */
  async affected({ code, sides }: ChangeParent, actor: Actor | null): Promise<readonly AffectedSeriesModel[]> {
    const { asking, studies } = await sides.usage();
    const sets = asking.get(code);
    return studies.flatMap(({ study, rounds, freezes }) => {
      const asked = rounds.filter(({ questionSetId }) => sets?.has(questionSetId));
      return asked.length === 0 || !mayTouchStudy(actor, study.slug)
        ? []
        : [{ study: study.slug, rounds: asked.map((round) => round.code), freezes }];
    });
  }

  private async usageOf(templateId: string, sets: readonly StoredQuestionSet[]): Promise<Usage> {
    const asking = new Map<string, Set<string>>();
    for (const { id, document } of sets)
      for (const { code } of document.sections.flatMap(({ questions }) => questions))
        asking.set(code, (asking.get(code) ?? new Set()).add(id));
    const studies = (await this.studies.list()).filter((study) => study.templateId === templateId);
    const ids = studies.map(({ id }) => id);
    const [rounds, freezes] = await Promise.all([this.rounds.listByStudies(ids), this.freezes.listByStudies(ids)]);
    const [roundsOf, freezesOf] = [rowsByKey(rounds, ofStudy), rowsByKey(freezes, ofStudy)];
    return {
      asking,
      studies: studies.map((study) => ({
        study,
        rounds: roundsOf.get(study.id) ?? [],
        freezes: (freezesOf.get(study.id) ?? []).map(({ name }) => name),
      })),
    };
  }

  private async find(id: string): Promise<StoredQuestionSet | null> {
    return UUID.test(id) ? this.questionSets.findById(id) : null;
  }
}

const ofStudy = ({ studyId }: { readonly studyId: string }): string => studyId;
