import { contentOf, type SheetQuestionData, type SheetSession } from '@reflexbogen/client/sheet';
import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../text/use-language.js';
import { Button } from '../ui/button.js';
import { ConflictDialog } from './conflict-dialog.js';
import { AnswerInput } from './inputs.js';
import { timeText } from './instants.js';
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
  const described = [question.help && `${id}-help`, unmet && `${id}-unmet`, `${id}-state`].filter(Boolean).join(' ');
  return (
    <section className="respond-question" id={`question-${question.code}`} aria-labelledby={`${id}-text`} tabIndex={-1}>
      <h3 className="kern-title" id={`${id}-text`}>
        {question.text}
        {isRequired && <span className="respond-required"> ({t('required')})</span>}
      </h3>
      {question.help && (
        <p className="kern-hint" id={`${id}-help`}>
          {question.help}
        </p>
      )}
      {previous && (
        <p className="respond-previous">
          <span>{t('previous', { year: previous.round.year, value: previous.value.label })}</span>
          {question.prior === 'CONFIRM' && !isReadOnly && value === null && (
            <Button
              small
              kind="tertiary"
              onClick={() => session.change(question.code, contentOf(previous.value), { provenance: 'CONFIRMED' })}
            >
              {t('confirm')}
            </Button>
          )}
        </p>
      )}
      <AnswerInput
        question={question}
        value={value}
        isReadOnly={isReadOnly}
        labelledBy={`${id}-text`}
        describedBy={described}
        onChange={(next) => session.change(question.code, next)}
      />
      {unmet && (
        <p className="kern-error" id={`${id}-unmet`}>
          <span className="kern-icon kern-icon--warning" aria-hidden="true" />
          <span className="kern-body">{unmet}</span>
        </p>
      )}
      <div className="respond-foot">
        <SavingState session={session} asked={asked} id={`${id}-state`} />
        {value !== null && !isReadOnly && question.type !== 'TEXT' && question.type !== 'NUMBER' && (
          <Button
            small
            kind="tertiary"
            aria-label={`${t('clear')}: ${question.text}`}
            onClick={() => session.change(question.code, null)}
          >
            {t('clear')}
          </Button>
        )}
      </div>
      <Comment session={session} asked={asked} isReadOnly={isReadOnly} />
    </section>
  );
});

/** What is saved, what is not, and why: never more than the service has said. */
function SavingState({ session, asked, id }: { session: SheetSession; asked: SheetQuestionData; id: string }) {
  const { t } = useTranslation('respond');
  const language = useLanguage();
  const [isDeciding, setDeciding] = useState(false);
  const answer = usePart(session, ({ answers }) => answers.get(asked.question.code));
  if (answer === undefined) return <p className="respond-state" id={id} role="status" />;
  const { state, savedAt, savedBy, refusal, conflict } = answer;
  const text =
    state !== 'SAVED'
      ? t(`state.${state}`)
      : savedBy
        ? t('savedBy', { at: timeText(savedAt, language), by: savedBy })
        : savedAt
          ? t('savedNow', { at: timeText(savedAt, language) })
          : t('state.SAVED');
  return (
    <div className={`respond-state respond-state--${state.toLowerCase()}`}>
      <p id={id} role="status">
        {text}
        {refusal && `: ${refusal.message}`}
      </p>
      {conflict && (
        <Button small onClick={() => setDeciding(true)}>
          {t('decide')}
        </Button>
      )}
      {isDeciding && conflict && (
        <ConflictDialog
          session={session}
          asked={asked}
          answer={answer}
          conflict={conflict}
          onClose={() => setDeciding(false)}
        />
      )}
    </div>
  );
}

function Comment({ session, asked, isReadOnly }: QuestionProps) {
  const { t } = useTranslation('respond');
  const id = useId();
  const { code, text } = asked.question;
  const comment = usePart(session, ({ answers }) => answers.get(code)?.comment ?? null);
  const [isOpen, setOpen] = useState(false);
  if (comment === null && !isOpen)
    return isReadOnly ? null : (
      <Button small kind="tertiary" aria-label={`${t('addComment')}: ${text}`} onClick={() => setOpen(true)}>
        {t('addComment')}
      </Button>
    );
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={id}>
        {t('comment')}
      </label>
      <textarea
        id={id}
        className="kern-form-input__input respond-text"
        rows={2}
        maxLength={10_000}
        readOnly={isReadOnly}
        value={comment ?? ''}
        onChange={({ target }) => session.comment(code, target.value === '' ? null : target.value)}
      />
    </div>
  );
}
