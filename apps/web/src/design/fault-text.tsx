import type { QuestionSetFault } from '@reflexbogen/client/design';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../text/use-language.js';
import { GERMAN_FAULTS } from './fault-texts.js';

/** What is wrong, in the language of the page; the particulars are the checks' own, and in English. */
export function FaultText({
  fault: { code, message, expected, line, column },
}: {
  readonly fault: QuestionSetFault;
}): ReactNode {
  const { t } = useTranslation('design');
  const particulars = expected === undefined ? message : `${message} ${t('expected', { expected, lng: 'en' })}`;
  const place = line === undefined ? '' : ` ${t('atPlace', { line, column: column ?? 1 })}`;
  if (useLanguage() === 'en') return `${particulars}${place}`;
  return (
    <>
      {GERMAN_FAULTS[code]}
      {place} <span lang="en">({particulars})</span>
    </>
  );
}
