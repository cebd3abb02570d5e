import { useParams, useSearchParams } from 'react-router';

/** What is looked at; all of it stands in the address, so that a link shows the same. */
export interface Choice {
  readonly study: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly freeze: string | null;
  readonly excludeCarriedOver: boolean;
  readonly question: string | null;
  readonly by: string | null;
  /** Keys of the figures of a report. */
  readonly figures: readonly string[];
  /** The address with changes; null takes a part away. */
  readonly change: (parts: Readonly<Record<string, string | null>>, replace?: boolean) => void;
}

export function useChoice(): Choice {
  const { study = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  return {
    study,
    from: search.get('from'),
    to: search.get('to'),
    freeze: search.get('freeze'),
    excludeCarriedOver: search.get('carriedOver') === 'without',
    question: search.get('question'),
    by: search.get('by'),
    figures: search.getAll('figure'),
    change: (parts, replace = false) =>
      setSearch(
        (now) => {
          for (const [name, value] of Object.entries(parts))
            if (value === null) now.delete(name);
            else now.set(name, value);
          return now;
        },
        { replace },
      ),
  };
}
