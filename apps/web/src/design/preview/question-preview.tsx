import type { AnswerValueInput } from '@reflexbogen/client';
import type { Question, QuestionDefinition, QuestionSetDocument } from '@reflexbogen/client/design';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import '../../respond/respond.css';
import { AnswerInput } from '../../respond/inputs.js';
import { respondTexts } from '../../respond/respond-texts.js';
import { addTexts } from '../../text/texts.js';
import { askedOf, sheetQuestion } from './asked-question.js';

addTexts('respond', respondTexts);

/** A question as the municipality will see it; what is answered here goes nowhere. */
export function AskedQuestion({
  question,
  locale,
  isRequired,
  value,
  onChange,
  level = 3,
}: {
  readonly question: Question;
  readonly locale: string;
  readonly isRequired: boolean;
  readonly value: AnswerValueInput | null;
  readonly onChange: (value: AnswerValueInput | null) => void;
  /** Of the heading. */
  readonly level?: 3 | 4;
}) {
  const { t } = useTranslation('respond');
  const id = useId();
  const asked = sheetQuestion(question, locale);
  const Heading = `h${level}` as const;
  return (
    <div className="respond-question" role="group" aria-labelledby={`${id}-text`}>
      <Heading className="kern-title" id={`${id}-text`} lang={locale}>
        {asked.text}
        {isRequired && <span className="respond-required"> ({t('required')})</span>}
      </Heading>
      {asked.help && (
        <p className="kern-hint" id={`${id}-help`} lang={locale}>
          {asked.help}
        </p>
      )}
      <div className="respond-alone">
        <div className="respond-answer">
          <AnswerInput
            question={asked}
            value={value}
            isReadOnly={false}
            labelledBy={`${id}-text`}
            describedBy={asked.help ? `${id}-help` : undefined}
            onChange={onChange}
          />
        </div>
      </div>
    </div>
  );
}

/** One question of the draft; of a grid every cell. */
export function QuestionPreview({
  document,
  question,
  locale,
}: {
  readonly document: QuestionSetDocument;
  readonly question: QuestionDefinition;
  readonly locale: string;
}) {
  const [answers, setAnswers] = useState<ReadonlyMap<string, AnswerValueInput | null>>(new Map());
  return askedOf(document, question).map((asked) => (
    <AskedQuestion
      key={`${asked.code} ${asked.type}`}
      question={asked}
      locale={locale}
      isRequired={asked.required}
      value={answers.get(asked.code) ?? null}
      onChange={(value) => setAnswers((before) => new Map(before).set(asked.code, value))}
    />
  ));
}
