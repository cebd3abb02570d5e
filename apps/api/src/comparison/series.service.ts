import { Injectable } from '@nestjs/common';
import {
  columnKey,
  medianLevel,
  seriesChange,
  seriesOf,
  type Column,
  type RoundInfo,
  type SeriesPoint,
} from '@reflexbogen/domain';
import type { Actor } from '../access/actor.js';
import { badInput } from '../graphql/api-error.js';
import { selectionOf } from '../municipality/municipality-selection.js';
import { questionParent } from '../question-set/question.mapper.js';
import type { SeriesArgs } from './comparison.args.js';
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
    const columns = await Promise.all(rounds.map((round) => view.columns(round)));
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
    const selection = filtered === undefined ? {} : { selection: filtered };
    const option =
      question.type === 'MULTI_CHOICE' ? (args.option ?? question.scale.levels[0]?.code ?? undefined) : undefined;
    if (args.option && !question.scale.levels.some(({ code }) => code === args.option))
      throw badInput(`option: question ${question.code} has no option ${args.option}.`);
    const chosen = option === undefined ? {} : { option };
    const points = seriesOf({
      rounds: columns,
      question: args.question,
      history: view.base.history,
      ...chosen,
      ...selection,
    });
    return {
      question: questionParent(question),
      test:
        view.protection === null
          ? seriesChange(columns, args.question, view.base.history, { ...chosen, ...selection })
          : null,
      points: points.flatMap((point, index) => {
        const round = rounds[index];
        const column = point.round.columns.get(columnKey(args.question, option));
        return round === undefined || column === undefined || point.distribution === null
          ? []
          : [pointParent(point, round, column, filtered, view.protection)];
      }),
    };
  }
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
