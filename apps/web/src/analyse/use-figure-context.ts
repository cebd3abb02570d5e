import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useLanguage } from '../text/use-language.js';
import type { FigureContext } from './figure.js';
import type { QueryBehind } from './query-text.js';
import type { Pair } from './figures/deltas.js';
import type { SettledState, Study } from './settled.js';
import type { Choice } from './use-choice.js';

/** What all pictures of a page share. The address says the language and everything that was filled in, so that it stays true. */
export function useFigureContext(
  study: Study,
  settled: SettledState & { readonly pair?: Pair },
  choice: Choice,
  query: QueryBehind,
): FigureContext {
  const { t } = useTranslation('analyse');
  const lang = useLanguage();
  const { pathname } = useLocation();
  const { pair, freeze } = settled;
  const address = `${pathname}${choice.searchWith({ ...pair, freeze, lang })}`;
  return useMemo(
    () => ({
      name: [study.slug, ...(pair === undefined ? ['all'] : [pair.from, pair.to])].join('-'),
      source: [t('source', { study: study.title, state: freeze === null ? t('running') : freeze }), study.description]
        .filter(Boolean)
        .join(' '),
      query,
      address,
    }),
    [study, pair, freeze, query, address, t],
  );
}
