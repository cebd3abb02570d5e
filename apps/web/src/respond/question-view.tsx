import type { SheetQuestionData, SheetSession } from '@reflexbogen/client/sheet';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Comment } from './comment.js';
import { questionId } from './focus.js';
import { AnswerInput } from './inputs.js';
import { ClearAnswer, PreviousAnswer } from './question-acts.js';
import { SavingState } from './saving-state.js';
import { useAsked } from './use-asked.js';

interface QuestionProps {
  readonly session: SheetSession;
  readonly asked: SheetQuestionData;
  readonly isReadOnly: boolean;
  /** Of a cell of a grid, whose own wording is said above it: level and words of its heading, and the id of its row's. */
  readonly Heading?: 'h4' | 'h5';
  readonly heading?: string;
  readonly below?: string | undefined;
}

/** One question with its answer, last round's beside it, and the truth about what is saved. */
export const QuestionView = memo(function QuestionView({
  session,
  asked,
  isReadOnly,
  Heading,
  heading,
  below,
}: QuestionProps) {
  const { t } = useTranslation('respond');
  const id = useId();
  const { question, previous } = asked;
  const { value, isRequired, unmet } = useAsked(session, asked);
  const Title = Heading ?? 'h3';
  const help = Heading === undefined ? question.help : null;
  const labelledBy = [below, `${id}-text`].filter(Boolean).join(' ');
  const described = [help && `${id}-help`, previous && `${id}-previous`, unmet && `${id}-unmet`, `${id}-state`].filter(
    Boolean,
  );
  return (
    <div
      className="respond-question"
      id={questionId(question.code)}
      role="group"
      aria-labelledby={labelledBy}
      tabIndex={-1}
    >
      <Title className="kern-title" id={`${id}-text`}>
        {heading ?? question.text}
        {isRequired && <span className="respond-required"> ({t('required')})</span>}
      </Title>
      {help && (
        <p className="kern-hint" id={`${id}-help`}>
          {help}
        </p>
      )}
      <div className={previous ? 'respond-beside' : 'respond-alone'}>
        <div className="respond-answer">
          <AnswerInput
            question={question}
            value={value}
            isReadOnly={isReadOnly}
            labelledBy={labelledBy}
            describedBy={described.join(' ')}
            onChange={(next) => session.change(question.code, next)}
          />
        </div>
        <PreviousAnswer session={session} asked={asked} isReadOnly={isReadOnly} id={`${id}-previous`} />
      </div>
      {unmet && (
        <p className="kern-error" id={`${id}-unmet`}>
          <span className="kern-icon kern-icon--warning" aria-hidden="true" />
          <span className="kern-body">{unmet}</span>
        </p>
      )}
      <div className="respond-foot">
        <SavingState session={session} asked={asked} isReadOnly={isReadOnly} id={`${id}-state`} />
        <ClearAnswer session={session} asked={asked} isReadOnly={isReadOnly} />
        <Comment session={session} asked={asked} isReadOnly={isReadOnly} />
      </div>
    </div>
  );
});
