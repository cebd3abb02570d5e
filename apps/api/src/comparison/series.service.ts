import { Injectable } from '@nestjs/common';
import {
  columnKey,
  medianLevel,
  questionsWithLevels,
  seriesChange,
  seriesOf,
  type Column,
  type Question,
  type RoundColumns,
  type RoundInfo,
  type SeriesPoint,
} from '@reflexbogen/domain';
import type { Actor } from '../access/actor.js';
import { badInput } from '../graphql/api-error.js';
import { selectionOf } from '../municipality/municipality-selection.js';
import { questionParent } from '../question-set/question.mapper.js';
import type { AllSeriesArgs, SeriesArgs } from './comparison.args.js';
import { shareOf } from './delta-parent.js';
import { refuseProtected, type Protection } from './protection.js';
import type { SeriesParent, SeriesPointParent } from './series-parent.js';
import { StudyViewService, type StudyView } from './study-view.js';

/** One question over all rounds. */
@Injectable()
export class SeriesService {
  constructor(private readonly views: StudyViewService) {}

  async series(args: SeriesArgs, actor: Actor | null): Promise<SeriesParent | null> {
    const view = await this.views.open(args.study, actor, args);
    if (view === null) return null;
    if (view.protection !== null && args.filter) refuseProtected('filter');
    const rounds = roundsOf(view, args.rounds);
    const columns = await view.columnsOf(rounds);
    const question = columns
      .findLast(({ questionSet }) => questionSet.byCode.has(args.question))
      ?.questionSet.byCode.get(args.question);
    if (question === undefined) return null;
    const last = rounds.at(-1)?.code ?? '';
    const { panel } = view.base.seated(rounds.at(-1)?.year ?? 0);
    const filtered = selectionOf(args.filter, view.base.municipalities, {
      attributes: new Set(view.study.attributes.map(({ code }) => code)),
      rounds: { FROM: last, TO: last },
      panels: { FROM: panel, TO: panel },
    });
    const option =
      question.type === 'MULTI_CHOICE' ? (args.option ?? question.scale.levels[0]?.code ?? undefined) : undefined;
    if (args.option && !question.scale.levels.some(({ code }) => code === args.option))
      throw badInput(`option: question ${question.code} has no option ${args.option}.`);
    return seriesParent({ view, rounds, columns, question, option, selection: filtered });
  }

  /** Every question with levels, as `series` gives each by itself: the same figures, and the same protection of them. */
  async allSeries(args: AllSeriesArgs, actor: Actor | null): Promise<readonly SeriesParent[] | null> {
    const view = await this.views.open(args.study, actor, args);
    if (view === null) return null;
    const { rounds } = view;
    const columns = await view.columnsOf(rounds);
    return questionsWithLevels(columns.map(({ questionSet }) => questionSet)).map((question) =>
      seriesParent({ view, rounds, columns, question, option: undefined, selection: undefined }),
    );
  }
}

/** @param columns of the rounds, in their order; @param selection which municipalities count; undefined = all */
function seriesParent({
  view,
  rounds,
  columns,
  question,
  option,
  selection,
}: {
  readonly view: StudyView;
  readonly rounds: readonly RoundInfo[];
  readonly columns: readonly RoundColumns[];
  readonly question: Question;
  readonly option: string | undefined;
  readonly selection: Uint8Array | undefined;
}): SeriesParent {
  const { code } = question;
  const { history } = view.base;
  const chosen = { ...(option === undefined ? {} : { option }), ...(selection === undefined ? {} : { selection }) };
  const points = seriesOf({ rounds: columns, question: code, history, ...chosen });
  return {
    question: questionParent(question),
    // Only where it is asked for.
    get test() {
      return view.protection === null ? seriesChange(columns, code, history, chosen) : null;
    },
    points: points.flatMap((point, index) => {
      const round = rounds[index];
      const column = point.round.columns.get(columnKey(code, option));
      return round === undefined || column === undefined || point.distribution === null
        ? []
        : [pointParent(point, round, column, selection, view.protection)];
    }),
  };
}

function roundsOf({ rounds, study }: StudyView, codes: readonly string[] | null | undefined): readonly RoundInfo[] {
  if (!codes) return rounds;
  const unknown = codes.filter((code) => !rounds.some((round) => round.code === code));
  if (unknown.length > 0) throw badInput(`rounds: study ${study.slug} has no round ${unknown.join(', ')}.`);
  return rounds.filter(({ code }) => codes.includes(code));
}

function pointParent(
  point: SeriesPoint,
  round: RoundInfo,
  column: Column,
  selection: Uint8Array | undefined,
  protection: Protection | null,
): SeriesPointParent {
  const { question, option } = column;
  const delta =
    point.delta === null || protection === null || point.previous === null
      ? point.delta
      : protection.restricted(point.delta, [point.previous.code, round.code]);
  const showsLevels = protection === null || protection.showsDistribution(question.code, option, round.code);
  return {
    round,
    comparability: point.delta?.comparability?.verdict ?? null,
    suppressed: !showsLevels || (point.delta !== null && delta === null),
    distribution: showsLevels
      ? (point.distribution?.levels ?? []).map((level) => ({ value: level.code, count: level.count }))
      : [],
    medianLevel: showsLevels && point.distribution !== null ? medianLevel(point.distribution) : null,
    tally: delta?.tally ?? null,
    levelShare: (box) => (showsLevels ? shareOf(column, box, selection === undefined ? {} : { selection }) : null),
  };
}
