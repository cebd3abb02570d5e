import { Injectable } from '@nestjs/common';
import { compareRounds, movedFigures, type FrozenComparison, type MovedFigure } from '@reflexbogen/domain';
import { FreezeRepository, type PinnedRound, type StoredFreeze } from '@reflexbogen/persistence';
import { seesSingleAnswers, type Actor } from '../access/actor.js';
import { refuseProtected } from '../comparison/protection.js';
import { StudyViewService } from '../comparison/study-view.js';
import { badInput } from '../graphql/api-error.js';
import { municipalityParent } from '../municipality/municipality.service.js';
import { questionParent } from '../question-set/question.mapper.js';
import { StudyService, type StudyParent } from '../study/study.service.js';
import type { FreezeDiffModel, MovedFigureModel } from './freeze.model.js';

/** Municipalities listed for one cause of one figure. */
const MAX_LISTED = 100;

interface DiffArgs {
  readonly study: string;
  readonly a: string;
  readonly b: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What moved between two freezes, and why. */
@Injectable()
export class FreezeDiffService {
  constructor(
    private readonly studies: StudyService,
    private readonly freezes: FreezeRepository,
    private readonly views: StudyViewService,
  ) {}

  async diff(args: DiffArgs, actor: Actor | null): Promise<FreezeDiffModel | null> {
    const study = await this.studies.find(args.study, actor);
    if (study === null) return null;
    if (!seesSingleAnswers(actor, study.disclosure)) refuseProtected('freezeDiff');
    const [a, b] = await Promise.all([this.freezes.find(study.id, args.a), this.freezes.find(study.id, args.b)]);
    if (a === null || b === null) return null;
    const figures: MovedFigureModel[] = [];
    for (const [from, to] of pairsOf(args, a, b)) {
      const [before, after] = await Promise.all([
        this.frozenComparison(study, a, from, to),
        this.frozenComparison(study, b, from, to),
      ]);
      if (before !== null && after !== null)
        figures.push(...movedFigures(before, after).map((moved) => figureParent(moved, from, to, b)));
    }
    return { a, b, figures };
  }

  private async frozenComparison(
    study: StudyParent,
    freeze: StoredFreeze,
    from: string,
    to: string,
  ): Promise<FrozenComparison | null> {
    const view = await this.views.frozenView(study, freeze);
    const [earlier, later] = [from, to].map((code) => freeze.rounds.find((round) => round.code === code));
    if (earlier === undefined || later === undefined) return null;
    const [fromColumns, toColumns] = await Promise.all([view.columns(earlier), view.columns(later)]);
    const compared = compareRounds({ from: fromColumns, to: toColumns, history: view.base.history });
    return {
      deltas: compared.ok ? compared.value.deltas : [],
      codes: freeze.panel.map(({ code }) => code),
      from: numbersByCode(freeze, earlier),
      to: numbersByCode(freeze, later),
    };
  }
}

function numbersByCode({ panel }: StoredFreeze, { numbers }: PinnedRound): ReadonlyMap<string, number> {
  return new Map(
    panel.flatMap(({ code }, index) => {
      const number = numbers[index] ?? 0;
      return number > 0 ? [[code, number] as const] : [];
    }),
  );
}

/** The pair asked for, else every pair of consecutive rounds that both freezes have. */
function pairsOf({ from, to }: DiffArgs, a: StoredFreeze, b: StoredFreeze): readonly (readonly [string, string])[] {
  if ((from === null) !== (to === null)) throw badInput('from and to: expected both or neither.');
  const common = b.rounds.filter(({ id }) => a.rounds.some((round) => round.id === id)).map(({ code }) => code);
  if (from !== null && to !== null) {
    if (common.indexOf(from) < 0 || common.indexOf(to) <= common.indexOf(from))
      throw badInput(`from and to: expected two of ${common.join(', ')}, the earlier first.`);
    return [[from, to]];
  }
  return common.slice(1).map((code, index) => [common[index] ?? '', code] as const);
}

function figureParent(moved: MovedFigure, from: string, to: string, freeze: StoredFreeze): MovedFigureModel {
  const shown = moved.after ?? moved.before;
  if (shown === null) throw new Error('a moved figure without a figure');
  const { question, option } = shown;
  const byCode = new Map(freeze.panel.map((municipality) => [municipality.code, municipality]));
  return {
    from,
    to,
    question: questionParent(question),
    option:
      option === undefined
        ? null
        : (question.scale.levels.find(({ code }) => code === option) ?? { code: option, label: {} }),
    before: moved.before?.tally ?? null,
    after: moved.after?.tally ?? null,
    comparabilityBefore: moved.before?.comparability?.verdict ?? null,
    comparabilityAfter: moved.after?.comparability?.verdict ?? null,
    moves: moved.causes.map(({ cause, municipalities }) => ({
      cause,
      count: municipalities.length,
      municipalities: municipalities.slice(0, MAX_LISTED).flatMap((code) => {
        const municipality = byCode.get(code);
        return municipality === undefined ? [] : [municipalityParent(municipality)];
      }),
    })),
  };
}
