import type { TypedDocumentString } from '@reflexbogen/client';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client } from './client.js';

/**
 * Runs a query of the client library. The same document and variables are asked for once and shared.
 * @param options.enabled false: not yet
 * @param options.version of what is asked about, where it can change: an answer about another one is asked for anew
 * @param options.keep true: while other variables load, the last answer stays
 */
export function useOperation<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  options: { readonly enabled?: boolean; readonly keep?: boolean; readonly version?: number } = {},
): UseQueryResult<Data> {
  return useQuery({
    queryKey: [nameOf(document), variables, ...(options.version === undefined ? [] : [options.version])],
    queryFn: ({ signal }) => client.request(document, variables, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Name of a document's operation, by which its answers are kept: `queryClient.invalidateQueries({ queryKey: ['MySheet'] })`. */
export const nameOf = (document: { toString(): string }): string =>
  /(?:query|mutation|subscription)\s+(\w+)/.exec(document.toString())?.[1] ?? document.toString();
