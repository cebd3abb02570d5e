import type { SheetQuestionData, SheetSession } from '@reflexbogen/client/sheet';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../text/use-language.js';
import { Button } from '../ui/button.js';
import { ConflictDialog } from './conflict-dialog.js';
import { focusQuestion } from './focus.js';
import { timeText } from './instants.js';
import { usePart } from './use-sheet.js';

/**
 * What is saved, what is not, and why: never more than the service has said. Read out with the input; of its own accord only
 * where somebody has to decide, since the line above the sheet says aloud whether all is saved.
 */
export function SavingState({
  session,
  asked,
  isReadOnly,
  id,
}: {
  readonly session: SheetSession;
  readonly asked: SheetQuestionData;
  readonly isReadOnly: boolean;
  readonly id: string;
}) {
  const { t } = useTranslation('respond');
  const language = useLanguage();
  const [isDeciding, setDeciding] = useState(false);
  const { code, text: wording } = asked.question;
  const answer = usePart(session, ({ answers }) => answers.get(code));
  if (answer === undefined) return <p className="respond-state" id={id} />;
  const { state, savedAt, savedBy, refusal, conflict } = answer;
  const text =
    state !== 'SAVED'
      ? t(`state.${state}`)
      : savedBy
        ? t('savedBy', { at: timeText(savedAt, language), by: savedBy })
        : savedAt
          ? t('savedNow', { at: timeText(savedAt, language) })
          : t('state.SAVED');
  const act = (run: () => unknown): void => {
    run();
    focusQuestion(code);
  };
  return (
    <div className={`respond-state respond-state--${state.toLowerCase()}`} data-state={state}>
      <p id={id} role={conflict || refusal ? 'alert' : undefined}>
        {text}
        {refusal && `: ${refusal.message}`}
      </p>
      {conflict && (
        <Button small aria-label={`${t('decide')}: ${wording}`} onClick={() => setDeciding(true)}>
          {t('decide')}
        </Button>
      )}
      {refusal && !isReadOnly && (
        <Button small aria-label={`${t('sendAgain')}: ${wording}`} onClick={() => act(() => void session.retry())}>
          {t('sendAgain')}
        </Button>
      )}
      {refusal && (
        <Button small aria-label={`${t('discard')}: ${wording}`} onClick={() => act(() => session.discard(code))}>
          {t('discard')}
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
