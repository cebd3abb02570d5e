import { useParams, useSearchParams } from 'react-router';
import type { BasisChoice } from './figures/overview-figures.js';

/** What is looked at; all of it stands in the address, so that a link shows the same. */
export interface Choice {
  readonly study: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly freeze: string | null;
  readonly excludeCarriedOver: boolean;
  readonly question: string | null;
  readonly by: string | null;
  readonly basis: BasisChoice;
  /** Whether pictures have all their bars, not only the first. */
  readonly isWhole: boolean;
  /** Ids of the figures of a report, in its order. */
  readonly figures: readonly string[];
  /** Keys of the questions whose sentences a report begins with. */
  readonly sentences: readonly string[];
  readonly withTables: boolean;
  /** The address with changes; null takes a part away, a list stands for several of one name. */
  readonly change: (parts: ChoiceParts, replace?: boolean) => void;
  /** The search part of that address. */
  readonly searchWith: (parts: ChoiceParts) => string;
}

export type ChoiceParts = Readonly<Record<string, string | readonly string[] | null>>;

export function useChoice(): Choice {
  const { study = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const basis = search.get('basis');
  return {
    study,
    from: search.get('from'),
    to: search.get('to'),
    freeze: search.get('freeze'),
    excludeCarriedOver: search.get('carriedOver') === 'without',
    question: search.get('question'),
    by: search.get('by'),
    basis: basis === 'COMPUTED' || basis === 'REPORTED' ? basis : null,
    isWhole: search.get('bars') === 'all',
    figures: search.getAll('figure'),
    sentences: search.getAll('sentence'),
    withTables: search.get('tables') === 'yes',
    change: (parts, replace = false) => setSearch((now) => changed(now, parts), { replace }),
    searchWith: (parts) => `?${changed(new URLSearchParams(search), parts).toString()}`,
  };
}

function changed(search: URLSearchParams, parts: ChoiceParts): URLSearchParams {
  for (const [name, value] of Object.entries(parts)) {
    search.delete(name);
    for (const one of value === null ? [] : [value].flat()) search.append(name, one);
  }
  return search;
}
