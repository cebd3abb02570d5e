import { Injectable } from '@nestjs/common';
import {
  adjustedPValues,
  agreementsOf,
  answerIn,
  compareRounds,
  directionOfEach,
  isOutside,
  layoutOf,
  orderDeltas,
  unitsOf,
  type AdjustedPValues,
  type Agreement,
  type Delta,
  type Direction,
  type RoundInfo,
} from '@reflexbogen/domain';
import { SubmissionRepository, type StoredSubmission } from '@reflexbogen/persistence';
import DataLoader from 'dataloader';
import type { Actor } from '../access/actor.js';
import { badInput } from '../graphql/api-error.js';
import { pageOf, type PageArgs } from '../graphql/page.js';
import { municipalityParent } from '../municipality/municipality.service.js';
import { selectionOf } from '../municipality/municipality-selection.js';
import { answerValueParent } from '../response/answer-value.model.js';
import { citationPath } from './citation-path.js';
import type { ComparisonArgs } from './comparison.args.js';
import type { DisagreementConnection, TextPairConnection } from './comparison.model.js';
import type { AgreementParent, ComparisonParent, DeltaParent } from './comparison-parent.js';
import { deltaParent, type ComparisonScope } from './delta-parent.js';
import { refuseProtected } from './protection.js';
import { questionCodes } from './question-selection.js';
import { StudyViewService, type StudyView } from './study-view.js';

/** Loads columns, asks the domain, wraps the result. Holds no figure of its own. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly views: StudyViewService,
    private readonly submissions: SubmissionRepository,
  ) {}

  async compare(args: ComparisonArgs, actor: Actor | null): Promise<ComparisonParent | null> {
    const view = await this.views.open(args.study, actor, args);
    return view === null ? null : this.compareIn(view, args);
  }

  /** @returns null where the view lacks one of the rounds */
  async compareIn(view: StudyView, args: Omit<ComparisonArgs, 'study'>): Promise<ComparisonParent | null> {
    const from = view.rounds.find(({ code }) => code === args.from);
    const to = view.rounds.find(({ code }) => code === args.to);
    if (from === undefined || to === undefined) return null;
    if (from.year > to.year || from.id === to.id)
      throw badInput(
        `from must be an earlier round than to; got ${from.code} (${from.year}) and ${to.code} (${to.year}).`,
      );
    if (view.protection !== null && args.filter) refuseProtected('filter');
    const [fromColumns, toColumns] = await Promise.all([view.columns(from), view.columns(to)]);
    const selection = selectionOf(args.filter, view.base.municipalities, {
      attributes: new Set(view.study.attributes.map(({ code }) => code)),
      rounds: { FROM: from.code, TO: to.code },
      panels: { FROM: view.base.seated(from.year).panel, TO: view.base.seated(to.year).panel },
    });
    const questions = questionCodes(args, fromColumns.questionSet, toColumns.questionSet);
    const compared = compareRounds({
      from: fromColumns,
      to: toColumns,
      history: view.base.history,
      ...(questions === undefined ? {} : { questions }),
      ...(selection === undefined ? {} : { selection }),
    });
    if (!compared.ok) throw badInput(`questions: ${compared.errors.map(({ message }) => message).join('; ')}`);
    const { panelSize, deltas } = compared.value;
    const { protection } = view;
    const shown =
      protection === null ? deltas : deltas.map((delta) => protection.restricted(delta, [from.code, to.code]));
    let adjusted: AdjustedPValues | undefined;
    const submissions = this.submissionsIn(view);
    const scope: ComparisonScope = {
      study: view.study,
      base: view.base,
      sides: { FROM: { round: from, columns: fromColumns }, TO: { round: to, columns: toColumns } },
      selection,
      protection,
      citationOf: (question, option) =>
        view.freeze === null || selection !== undefined
          ? null
          : citationPath(view.study.slug, view.freeze.name, from.code, to.code, question, option),
      adjusted: () => (adjusted ??= adjustedShown(shown)),
      answersOf: async (side, ids, question) => {
        const round = side === 'FROM' ? from : to;
        const standing = standingOf(view, round, ids);
        return answersIn(view, ids, standing, await submissions.load({ round, ids: standing }), question);
      },
    };
    const positions = new Map(deltas.map((delta, position) => [delta, position]));
    const parents = new Map<Delta, DeltaParent>();
    const parentOf = (delta: Delta): DeltaParent => {
      let parent = parents.get(delta);
      if (parent === undefined) {
        parent = deltaParent(delta, positions.get(delta) ?? -1, scope);
        parents.set(delta, parent);
      }
      return parent;
    };
    return {
      from,
      to,
      panelSize,
      deltasInOrder: (order) => {
        if (order === 'QUESTION') return deltas.map(parentOf);
        // The order of figures that are withheld must not tell anything about them: they come last, as asked.
        const visible = deltas.flatMap((delta, index) => {
          const restricted = shown[index] ?? null;
          return restricted === null ? [] : [{ ...restricted, counted: delta }];
        });
        const withheld = deltas.filter((_, index) => shown[index] === null);
        return [...orderDeltas(visible, order).map(({ counted }) => counted), ...withheld].map(parentOf);
      },
      agreements: () => agreementsOf(deltas, from.year).map((agreement) => agreementParent(agreement, scope, parentOf)),
      texts: (question, page) => this.texts(scope, question, page),
    };
  }

  private async texts(
    { sides, base, selection, protection, answersOf }: ComparisonScope,
    code: string,
    page: PageArgs,
  ): Promise<TextPairConnection> {
    if (protection !== null) return refuseProtected('texts');
    const asked = [sides.TO, sides.FROM].map(({ columns }) => columns.questionSet.byCode.get(code));
    const question = asked.find((candidate) => candidate !== undefined);
    if (question?.type !== 'TEXT') throw badInput(`texts: neither round asks a TEXT question "${code}".`);
    const [from, to] = [unitsOf(sides.FROM.columns), unitsOf(sides.TO.columns)];
    const listed = base.municipalities.filter(
      (_, row) => (selection === undefined || selection[row] === 1) && !(isOutside(from, row) && isOutside(to, row)),
    );
    const { edges, ...rest } = pageOf(listed, page, (municipality) => municipality.code);
    const ids = edges.map(({ node }) => node.id);
    const [before, after] = await Promise.all([answersOf('FROM', ids, code), answersOf('TO', ids, code)]);
    return {
      ...rest,
      edges: edges.map(({ cursor, node }) => ({
        cursor,
        node: {
          municipality: municipalityParent(node),
          from: before.get(node.id) ?? null,
          to: after.get(node.id) ?? null,
        },
      })),
    };
  }

  /**
   * The submissions behind pages of a drill-down: one statement for each round, for all deltas that show one at the same time.
   * Made for each comparison, and keeps nothing.
   */
  private submissionsIn(view: StudyView): DataLoader<PagePlace, Submissions> {
    return new DataLoader(
      async (places) => {
        const rounds = new Map(places.map(({ round }) => [round.id, round]));
        const found = new Map<string, Submissions>();
        for (const round of rounds.values()) {
          const ids = new Set(places.flatMap((place) => (place.round.id === round.id ? place.ids : [])));
          found.set(round.id, await this.submissions.ofMunicipalities([...ids], round.id, view.cutOf(round)));
        }
        return places.map(({ round }) => found.get(round.id) ?? new Map<string, StoredSubmission>());
      },
      { cache: false },
    );
  }
}

type Submissions = ReadonlyMap<string, StoredSubmission>;

/** A page of a drill-down in one round, by the ids of those who answered. */
interface PagePlace {
  readonly round: RoundInfo;
  readonly ids: readonly string[];
}

/** Who stood in the rows of these municipalities in a round, and answered for them. */
function standingOf(view: StudyView, round: RoundInfo, ids: readonly string[]): readonly string[] {
  const { panel } = view.base.seated(round.year);
  return ids.map((id) => panel[view.base.indexById.get(id) ?? -1]?.id ?? id);
}

/** Answers to a question by municipality; those who gave none are absent. */
function answersIn(
  { base }: StudyView,
  ids: readonly string[],
  standing: readonly string[],
  submissions: Submissions,
  code: string,
): ReadonlyMap<string, object> {
  const answers = new Map<string, object>();
  for (const [index, id] of ids.entries()) {
    const submission = submissions.get(standing[index] ?? id);
    if (submission === undefined) continue;
    const questionSet = base.questionSets.get(submission.questionSetId);
    const question = questionSet?.byCode.get(code);
    if (questionSet === undefined || question === undefined) continue;
    const value = answerIn(layoutOf(questionSet), question, submission);
    if (value !== undefined) answers.set(id, answerValueParent(question, value));
  }
  return answers;
}

/** Figures that are withheld do not take part: an adjusted p value must not tell anything about them. */
function adjustedShown(shown: readonly (Delta | null)[]): AdjustedPValues {
  const present = shown.filter((delta) => delta !== null);
  const own = adjustedPValues(present);
  const spread = (values: readonly (number | null)[]): readonly (number | null)[] => {
    let next = 0;
    return shown.map((delta) => (delta === null ? null : (values[next++] ?? null)));
  };
  return { holm: spread(own.holm), benjaminiHochberg: spread(own.benjaminiHochberg) };
}

const DIRECTIONS = new Set<string | null>(['INCREASED', 'DECREASED', 'UNCHANGED']);
const isDirection = (outcome: string | null | undefined): outcome is Direction => DIRECTIONS.has(outcome ?? null);

function agreementParent(
  agreement: Agreement,
  { base, protection }: ComparisonScope,
  parentOf: (delta: Delta) => DeltaParent,
): AgreementParent {
  const { computed, reported } = agreement;
  return {
    computed: parentOf(computed),
    reported: parentOf(reported),
    // Two questions side by side cross their answers: nothing that a release decides on covers that.
    comparable: protection === null ? agreement.comparable : null,
    agree: protection === null ? agreement.agree : null,
    disagreements: (page): DisagreementConnection => {
      if (protection !== null) return refuseProtected('disagreements');
      const [own, told] = [directionOfEach(computed), directionOfEach(reported)];
      const listed = agreement.disagreeing.flatMap((row) => {
        const [municipality, mine, theirs] = [base.municipalities[row], own[row], told[row]];
        return municipality !== undefined && isDirection(mine) && isDirection(theirs)
          ? [{ municipality, computed: mine, reported: theirs }]
          : [];
      });
      const { edges, ...rest } = pageOf(listed, page, ({ municipality }) => municipality.code);
      return {
        ...rest,
        edges: edges.map(({ cursor, node }) => ({
          cursor,
          node: { ...node, municipality: municipalityParent(node.municipality) },
        })),
      };
    },
  };
}
