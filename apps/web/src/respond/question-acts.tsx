import { contentOf, type SheetQuestionData, type SheetSession } from '@reflexbogen/client/sheet';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { useAsked } from './use-asked.js';

interface ActProps {
  readonly session: SheetSession;
  readonly asked: SheetQuestionData;
  readonly isReadOnly: boolean;
}

/** Last round's answer, and where the question asks for it the button that says that it still holds. */
export function PreviousAnswer({ session, asked, isReadOnly, id }: ActProps & { readonly id: string }) {
  const { t } = useTranslation('respond');
  const { question, previous } = asked;
  const { value, answerBy } = useAsked(session, asked);
  if (!previous) return null;
  return (
    <div className="respond-previous">
      <p id={id}>{t('previous', { year: previous.round.year, value: previous.value.label })}</p>
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
  );
}

/** What is chosen cannot be taken back by choosing: this empties it. */
export function ClearAnswer({ session, asked, isReadOnly }: ActProps) {
  const { t } = useTranslation('respond');
  const { question } = asked;
  const { value, answerBy } = useAsked(session, asked);
  if (value === null || isReadOnly || question.type === 'TEXT' || question.type === 'NUMBER') return null;
  return (
    <Button
      small
      kind="tertiary"
      aria-label={`${t('clear')}: ${question.text}`}
      onClick={() => answerBy(() => session.change(question.code, null))}
    >
      {t('clear')}
    </Button>
  );
}
