import { AnalyseStudyDocument, type AnalyseStudyQuery } from '@reflexbogen/client';
import { useOperation } from '../service/use-operation.js';
import { useLanguage } from '../text/use-language.js';
import type { Viewer } from '../session/session.js';
import type { Pair } from './figures/deltas.js';
import type { Choice } from './use-choice.js';

export type Study = NonNullable<AnalyseStudyQuery['study']>;

/** Which figures are asked for, complete. */
export interface Settled {
  readonly pair: Pair;
  /** Null: the study as it is now. */
  readonly freeze: string | null;
  readonly excludeCarriedOver: boolean;
  /** Whether single answers, and so municipalities by name, are open to the reader. */
  readonly named: boolean;
  /** Codes of the attributes by which the reader may break figures down; null: all. */
  readonly breakdowns: readonly string[] | null;
}

export type Settling =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'nothing'; readonly reason: 'study' | 'pair' | 'freeze'; readonly study: Study | null }
  | { readonly state: 'settled'; readonly settled: Settled };

/**
 * Fills in what the address leaves open: the last two rounds, and for readers who do not see single answers the last freeze that
 * was released to them. An address that says all needs no question to the service, so that its page comes from one request.
 */
export function useSettled(choice: Choice, viewer: Viewer): Settling {
  const locale = useLanguage();
  const seesSingleAnswers = viewer.singleAnswers || viewer.roles.includes('ADMIN');
  const isComplete = seesSingleAnswers && choice.from !== null && choice.to !== null;
  const { data, error } = useOperation(AnalyseStudyDocument, { study: choice.study, locale }, { enabled: !isComplete });
  if (choice.from !== null && choice.to !== null && isComplete)
    return {
      state: 'settled',
      settled: {
        pair: { from: choice.from, to: choice.to },
        freeze: choice.freeze,
        excludeCarriedOver: choice.excludeCarriedOver,
        named: true,
        breakdowns: null,
      },
    };
  if (error) return { state: 'failed', error };
  if (data === undefined) return { state: 'loading' };
  const study = data.study ?? null;
  if (study === null) return { state: 'nothing', reason: 'study', study };
  const pair = pairOf(study, choice);
  if (pair === null) return { state: 'nothing', reason: 'pair', study };
  const named = seesSingleAnswers || study.disclosure.singleAnswers === 'ANALYSTS';
  const freeze = choice.freeze ?? (named ? null : (study.freezes[0]?.name ?? null));
  if (!named && freeze === null) return { state: 'nothing', reason: 'freeze', study };
  return {
    state: 'settled',
    settled: {
      pair,
      freeze,
      named,
      excludeCarriedOver: named && choice.excludeCarriedOver,
      breakdowns: named ? null : study.disclosure.breakdowns,
    },
  };
}

/** Rounds that have figures, first to last. */
export const askedRounds = ({ rounds }: Study): readonly string[] =>
  rounds.filter(({ status }) => status !== 'PLANNED').map(({ code }) => code);

/** The rounds of the address, else the last two that are over, else the last two that are open. */
function pairOf(study: Study, { from, to }: Choice): Pair | null {
  const closed = study.rounds.filter(({ status }) => status === 'CLOSED').map(({ code }) => code);
  const usual = closed.length >= 2 ? closed : askedRounds(study);
  const later = to ?? usual.at(-1);
  const earlier = from ?? usual.at(-2);
  return later === undefined || earlier === undefined ? null : { from: earlier, to: later };
}
