import type { FaultReason, ParticularsFragment } from '@reflexbogen/client';
import type { QuestionSetFault } from '@reflexbogen/client/design';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../text/use-language.js';
import { germanSentence } from './fault-sentence.js';

/** What is wrong, in the language of the page. */
export function FaultText({
  fault: { reason, parameters, message, expected, line, column },
}: {
  readonly fault: QuestionSetFault;
}): ReactNode {
  const { t } = useTranslation('design');
  const place = line === undefined ? '' : ` ${t('atPlace', { line, column: column ?? 1 })}`;
  const english = expected === undefined ? message : `${message} ${t('expected', { expected, lng: 'en' })}`;
  return (
    <>
      <Sentence reason={reason} parameters={parameters} english={english} />
      {place}
    </>
  );
}

/** What the service says is wrong, in the language of the page; in English where it says no more than that. */
export function ParticularsText({
  particulars,
  english,
}: {
  readonly particulars: ParticularsFragment | null;
  readonly english: string;
}): ReactNode {
  return particulars === null ? (
    <span lang="en">{english}</span>
  ) : (
    <Sentence
      reason={particulars.reason}
      parameters={Object.fromEntries(particulars.parameters.map(({ name, value }) => [name, value]))}
      english={english}
    />
  );
}

function Sentence({
  reason,
  parameters,
  english,
}: {
  readonly reason: FaultReason;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly english: string;
}): ReactNode {
  const { t } = useTranslation('design');
  if (useLanguage() === 'en') return english;
  return germanSentence(reason, parameters, (key) => t(key)).map(({ text, isEnglish }, index) => (
    <span key={index} lang={isEnglish ? 'en' : undefined}>
      {text}
    </span>
  ));
}
