import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from './languages.js';

/** The language of the page: also the locale of question texts, dates and numbers. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'de';
}
