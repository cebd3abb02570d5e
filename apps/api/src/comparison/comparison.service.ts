import { Injectable } from '@nestjs/common';
import {
  answerIn,
  compareRounds,
  layoutOf,
  orderDeltas,
  seriesOf,
  type DeltaOrder,
  type RoundInfo,
  type SeriesPoint,
} from '@reflexbogen/domain';
import { RoundRepository, SubmissionRepository } from '@reflexbogen/persistence';
import type { Actor } from '../access/actor.js';
import { badInput } from '../graphql/api-error.js';
import type { RoundSide } from '../municipality/municipality-filter.input.js';
import { selectionOf } from '../municipality/municipality-selection.js';
import { questionParent } from '../question-set/question.mapper.js';
import { answerValueParent } from '../response/answer-value.model.js';
import { StudyService } from '../study/study.service.js';
import { ColumnStore, type StudyBase } from './column.store.js';
import type { ComparisonArgs, SeriesArgs } from './comparison.args.js';
import type { ComparisonParent } from './comparison-parent.js';
import { deltaParent, shareOf, type ComparisonScope } from './delta-parent.js';
import type { SeriesParent, SeriesPointParent } from './series-parent.js';

/** Loads columns, asks the domain, wraps the result. Holds no figure of its own. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly studies: StudyService,
    private readonly rounds: RoundRepository,
    private readonly submissions: SubmissionRepository,
    private readonly columns: ColumnStore,
  ) {}

  async compare(args: ComparisonArgs, actor: Actor | null): Promise<ComparisonParent | null> {
    const study = await this.studies.find(args.study, actor);
    if (study === null) return null;
    const rounds = await this.rounds.listByStudy(study.id);
    const from = rounds.find(({ code }) => code === args.from);
    const to = rounds.find(({ code }) => code === args.to);
    if (from === undefined || to === undefined) return null;
    if (from.year > to.year || from.id === to.id)
      throw badInput(
        `from must be an earlier round than to; got ${from.code} (${from.year}) and ${to.code} (${to.year}).`,
      );
    const base = await this.columns.base(study.id, study.templateId);
    const [fromColumns, toColumns] = await Promise.all([
      this.columns.columns(base, from),
      this.columns.columns(base, to),
    ]);
    const selection = selectionOf(args.filter, base.municipalities, {
      attributes: new Set(study.attributes.map(({ code }) => code)),
      rounds: { FROM: from.code, TO: to.code },
    });
    const compared = compareRounds({
      from: fromColumns,
      to: toColumns,
      history: base.history,
      ...(args.questions ? { questions: args.questions } : {}),
      ...(selection === undefined ? {} : { selection }),
    });
    if (!compared.ok) throw badInput(`questions: ${compared.errors.map(({ message }) => message).join('; ')}`);
    const scope: ComparisonScope = {
      study,
      base,
      sides: { FROM: { round: from, columns: fromColumns }, TO: { round: to, columns: toColumns } },
      selection,
      answersOf: (side, ids, question) => this.answersOf(base, side === 'FROM' ? from : to, ids, question),
    };
    return {
      from,
      to,
      panelSize: compared.value.panelSize,
      deltasInOrder: (order: DeltaOrder) =>
        orderDeltas(compared.value.deltas, order).map((delta) => deltaParent(delta, scope)),
    };
  }

  async series(args: SeriesArgs, actor: Actor | null): Promise<SeriesParent | null> {
    const study = await this.studies.find(args.study, actor);
    if (study === null) return null;
    const rounds = await this.rounds.listByStudy(study.id);
    const base = await this.columns.base(study.id, study.templateId);
    const columns = await Promise.all(rounds.map((round) => this.columns.columns(base, round)));
    const asked = columns.findLast(({ questionSet }) => questionSet.byCode.has(args.question));
    const question = asked?.questionSet.byCode.get(args.question);
    if (question === undefined) return null;
    const last = rounds.at(-1)?.code ?? '';
    const selection = selectionOf(args.filter, base.municipalities, {
      attributes: new Set(study.attributes.map(({ code }) => code)),
      rounds: { FROM: last, TO: last } satisfies Record<RoundSide, string>,
    });
    const points = seriesOf({
      rounds: columns,
      question: args.question,
      history: base.history,
      ...(selection === undefined ? {} : { selection }),
    });
    return {
      question: questionParent(question),
      points: points.flatMap((point, index) => {
        const round = rounds[index];
        return round === undefined || point.distribution === null
          ? []
          : [pointParent(point, round, args.question, selection)];
      }),
    };
  }

  /** One page of a drill-down: two statements at most, whatever the page size. */
  private async answersOf(
    base: StudyBase,
    round: RoundInfo,
    ids: readonly string[],
    code: string,
  ): Promise<ReadonlyMap<string, object>> {
    const submissions = await this.submissions.latestOf(ids, round.id);
    const answers = new Map<string, object>();
    for (const [id, submission] of submissions) {
      const questionSet = base.questionSets.get(submission.questionSetId);
      const question = questionSet?.byCode.get(code);
      if (questionSet === undefined || question === undefined) continue;
      const value = answerIn(layoutOf(questionSet), question, submission);
      if (value !== undefined) answers.set(id, answerValueParent(question, value));
    }
    return answers;
  }
}

function pointParent(
  point: SeriesPoint,
  round: RoundInfo,
  code: string,
  selection: Uint8Array | undefined,
): SeriesPointParent {
  const column = [...point.round.columns.values()].find(({ question }) => question.code === code);
  return {
    round,
    comparability: point.delta?.comparability?.verdict ?? null,
    distribution: (point.distribution?.levels ?? []).map((level) => ({ value: level.code, count: level.count })),
    tally: point.delta?.tally ?? null,
    levelShare: (box) =>
      column === undefined ? null : shareOf(column, box, selection === undefined ? {} : { selection }),
  };
}
