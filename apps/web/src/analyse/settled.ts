import { AnalyseStudyDocument, type AnalyseStudyQuery } from '@reflexbogen/client';
import { useOperation } from '../service/use-operation.js';
import { useLanguage } from '../text/use-language.js';
import type { Viewer } from '../session/session.js';
import type { Pair } from './figures/deltas.js';
import type { Choice } from './use-choice.js';

export type Study = NonNullable<AnalyseStudyQuery['study']>;

/** Which figures are asked for, complete. */
export interface Settled extends SettledState {
  readonly pair: Pair;
}

/** The same without rounds. */
export interface SettledState {
  /** Null: the study as it is now. */
  readonly freeze: string | null;
  readonly excludeCarriedOver: boolean;
  /** Whether single answers, and so municipalities by name, are open to the reader. */
  readonly named: boolean;
  /** Codes of the attributes by which the reader may break figures down; null: all. */
  readonly breakdowns: readonly string[] | null;
}

export type Settling<Of = Settled> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'nothing'; readonly reason: 'study' | 'pair' | 'freeze'; readonly study: Study | null }
  | { readonly state: 'settled'; readonly settled: Of };

/**
 * Fills in what the address leaves open: for readers who do not see single answers the last freeze that was released to them.
 * Who sees them needs no question to the service, so that the page comes from one request.
 * @param asks true: the study is asked for all the same
 */
export function useSettledState(
  choice: Choice,
  viewer: Viewer,
  asks = false,
): Settling<SettledState & { study: Study | null }> {
  const locale = useLanguage();
  const seesSingleAnswers = viewer.singleAnswers || viewer.roles.includes('ADMIN');
  const isAsked = asks || !seesSingleAnswers;
  const { data, error } = useOperation(AnalyseStudyDocument, { study: choice.study, locale }, { enabled: isAsked });
  const { freeze, excludeCarriedOver } = choice;
  if (!isAsked)
    return { state: 'settled', settled: { freeze, excludeCarriedOver, named: true, breakdowns: null, study: null } };
  if (error) return { state: 'failed', error };
  if (data === undefined) return { state: 'loading' };
  const study = data.study ?? null;
  if (study === null) return { state: 'nothing', reason: 'study', study };
  const named = seesSingleAnswers || study.disclosure.singleAnswers === 'ANALYSTS';
  const chosen = freeze ?? (named ? null : (study.freezes[0]?.name ?? null));
  if (!named && chosen === null) return { state: 'nothing', reason: 'freeze', study };
  return {
    state: 'settled',
    settled: {
      freeze: chosen,
      named,
      excludeCarriedOver: named && excludeCarriedOver,
      breakdowns: named ? null : study.disclosure.breakdowns,
      study,
    },
  };
}

/** The same with two rounds: those of the address, else the last two. An address that says both needs no question either. */
export function useSettled(choice: Choice, viewer: Viewer): Settling {
  const { from, to } = choice;
  const settling = useSettledState(choice, viewer, from === null || to === null);
  if (settling.state !== 'settled') return settling;
  const { study, ...state } = settling.settled;
  const pair = study === null ? (from === null || to === null ? null : { from, to }) : pairOf(study, choice);
  return pair === null
    ? { state: 'nothing', reason: 'pair', study }
    : { state: 'settled', settled: { ...state, pair } };
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
