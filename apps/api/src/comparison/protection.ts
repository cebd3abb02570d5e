import {
  attributeIn,
  groupingOf,
  groupsOf,
  isReleased,
  protectDelta,
  protectGroups,
  roundRows,
  transitionsOf,
  WITHHELD,
  type Delta,
  type SuppressionPlan,
} from '@reflexbogen/domain';
import type { StoredFreeze } from '@reflexbogen/persistence';
import { ApiError, badInput } from '../graphql/api-error.js';
import type { DeltaGroupModel } from './comparison.model.js';

/** Codes of the rounds that a delta compares. */
export type RoundCodes = readonly [from: string, to: string];

/** What somebody who must not see single answers gets of a released freeze. */
export interface Protection {
  /** The delta without anything that only other figures may tell; null where it is withheld. */
  readonly restricted: (delta: Delta, rounds: RoundCodes) => Delta | null;
  /** Whether the answers of one round may be shown by themselves. */
  readonly showsDistribution: (question: string, option: string | undefined, round: string) => boolean;
  /** @throws BAD_USER_INPUT for an attribute that the release was not planned for */
  readonly groups: (delta: Delta, rounds: RoundCodes, attribute: string) => readonly DeltaGroupModel[];
}

/** @throws FORBIDDEN: what no protected analyst may ask, whatever it would answer */
export function refuseProtected(what: string): never {
  throw new ApiError(
    'FORBIDDEN',
    `${what}: your token does not see single answers. Ask figures in total, or by an attribute of the study's policy.`,
  );
}

/** What is stored with a release: the plan, and the attributes that it was made for. */
interface StoredSuppression {
  readonly breakdowns: readonly string[];
  readonly plan: SuppressionPlan;
}

/** The plan of a released freeze. @throws where it was not released: the caller has checked */
function suppressionOf({ name, suppression }: StoredFreeze): StoredSuppression {
  if (suppression === null) throw new Error(`freeze ${name} is not released`);
  // Written by releaseFreeze alone, and immutable in the database.
  return suppression as StoredSuppression;
}

export const planOf = (freeze: StoredFreeze): SuppressionPlan => suppressionOf(freeze).plan;

export function protectionOf(freeze: StoredFreeze): Protection {
  const { breakdowns, plan } = suppressionOf(freeze);
  const last = freeze.rounds.at(-1);
  const { panel } = roundRows(freeze.panel, last?.year ?? 0);
  return {
    restricted: (delta, rounds) => {
      const shown = protectDelta(plan, delta, rounds);
      return shown === WITHHELD ? null : { ...delta, ...shown };
    },
    showsDistribution: (question, option, round) =>
      isReleased(plan, { question, ...(option === undefined ? {} : { option }), rounds: [round] }),
    groups: (delta, rounds, attribute) => {
      if (!breakdowns.includes(attribute))
        throw badInput(
          `groups: freeze ${freeze.name} was released with breakdowns by ${breakdowns.join(', ') || 'no attribute'}; got ${attribute}.`,
        );
      const declared = freeze.attributes.find(({ code }) => code === attribute)?.values ?? [];
      const grouping = groupingOf(
        panel.map((municipality) => attributeIn(municipality, attribute, last?.code ?? '')),
        declared.map(({ code }) => code),
      );
      return protectGroups(plan, delta, rounds, attribute, groupsOf(delta, grouping)).map(({ value, figures }) =>
        figures === WITHHELD
          ? { value, suppressed: true, tally: null, transitions: [] }
          : {
              value,
              suppressed: false,
              tally: figures.tally,
              transitions: transitionsOf({ table: figures.table, source: delta.source }),
            },
      );
    },
  };
}
