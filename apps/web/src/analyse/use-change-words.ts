import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeWords } from './charts.js';

/** The words of directions; new ones with the language only, so that charts are drawn anew only then. */
export function useChangeWords(): ChangeWords {
  const { t } = useTranslation('analyse');
  return useMemo(() => ({ increased: t('increased'), decreased: t('decreased'), unchanged: t('unchanged') }), [t]);
}
