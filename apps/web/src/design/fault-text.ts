import type { QuestionSetFault } from '@reflexbogen/client/design';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../text/use-language.js';

/** What is wrong, in the language of the page; the particulars are the checks' own, and in English. */
export function useFaultText(): (fault: QuestionSetFault) => string {
  const { t } = useTranslation('design');
  const language = useLanguage();
  return ({ code, message, expected, line, column }) => {
    const particulars = expected === undefined ? message : `${message} ${t('expected', { expected })}`;
    const place = line === undefined ? '' : ` ${t('atPlace', { line, column: column ?? 1 })}`;
    return language === 'en' ? `${particulars}${place}` : `${t(`fault.${code}`)}${place} (${particulars})`;
  };
}
