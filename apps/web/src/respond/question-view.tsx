import { contentOf, type SheetQuestionData, type SheetSession } from '@reflexbogen/client/sheet';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { Comment } from './comment.js';
import { focusQuestion, questionId } from './focus.js';
import { AnswerInput } from './inputs.js';
import { SavingState } from './saving-state.js';
import { usePart } from './use-sheet.js';

interface QuestionProps {
  readonly session: SheetSession;
  readonly asked: SheetQuestionData;
  readonly isReadOnly: boolean;
}

/** One question with its answer, last round's beside it, and the truth about what is saved. */
export const QuestionView = memo(function QuestionView({ session, asked, isReadOnly }: QuestionProps) {
  const { t } = useTranslation('respond');
  const id = useId();
  const { question, previous } = asked;
  const answer = usePart(session, ({ answers }) => answers.get(question.code));
  const isRequired = usePart(session, ({ required }) => required.has(question.code));
  const unmet = usePart(
    session,
    ({ unmet: all }) => all.find((one) => one.question === question.code)?.message ?? null,
  );
  const value = answer?.value ?? null;
  const described = [
    question.help && `${id}-help`,
    previous && `${id}-previous`,
    unmet && `${id}-unmet`,
    `${id}-state`,
  ].filter(Boolean);
  const answerBy = (act: () => void): void => {
    act();
    // The button that was pressed goes away; the keyboard stays at the question.
    focusQuestion(question.code);
  };
  return (
    <div
      className="respond-question"
      id={questionId(question.code)}
      role="group"
      aria-labelledby={`${id}-text`}
      tabIndex={-1}
    >
      <h3 className="kern-title" id={`${id}-text`}>
        {question.text}
        {isRequired && <span className="respond-required"> ({t('required')})</span>}
      </h3>
      {question.help && (
        <p className="kern-hint" id={`${id}-help`}>
          {question.help}
        </p>
      )}
      <div className={previous ? 'respond-beside' : 'respond-alone'}>
        <div className="respond-answer">
          <AnswerInput
            question={question}
            value={value}
            isReadOnly={isReadOnly}
            labelledBy={`${id}-text`}
            describedBy={described.join(' ')}
            onChange={(next) => session.change(question.code, next)}
          />
        </div>
        {previous && (
          <div className="respond-previous">
            <p id={`${id}-previous`}>{t('previous', { year: previous.round.year, value: previous.value.label })}</p>
            {question.prior === 'CONFIRM' && !isReadOnly && value === null && (
              <Button
                small
                kind="tertiary"
                aria-label={`${t('confirm')}: ${question.text}`}
                onClick={() =>
                  answerBy(() => session.change(question.code, contentOf(previous.value), { provenance: 'CONFIRMED' }))
                }
              >
                {t('confirm')}
              </Button>
            )}
          </div>
        )}
      </div>
      {unmet && (
        <p className="kern-error" id={`${id}-unmet`}>
          <span className="kern-icon kern-icon--warning" aria-hidden="true" />
          <span className="kern-body">{unmet}</span>
        </p>
      )}
      <div className="respond-foot">
        <SavingState session={session} asked={asked} isReadOnly={isReadOnly} id={`${id}-state`} />
        {value !== null && !isReadOnly && question.type !== 'TEXT' && question.type !== 'NUMBER' && (
          <Button
            small
            kind="tertiary"
            aria-label={`${t('clear')}: ${question.text}`}
            onClick={() => answerBy(() => session.change(question.code, null))}
          >
            {t('clear')}
          </Button>
        )}
        <Comment session={session} asked={asked} isReadOnly={isReadOnly} />
      </div>
    </div>
  );
});
