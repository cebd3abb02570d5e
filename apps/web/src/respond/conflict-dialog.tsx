import type { SheetAnswerView, SheetQuestionData, SheetSession } from '@reflexbogen/client/sheet';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../text/use-language.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { focusQuestion } from './focus.js';
import { timeText } from './instants.js';
import { valueText } from './value-text.js';

/** Both answers, who saved the other one and when; one of them is kept, the other stands in the history. */
export function ConflictDialog({
  session,
  asked,
  answer,
  conflict,
  onClose,
}: {
  readonly session: SheetSession;
  readonly asked: SheetQuestionData;
  readonly answer: SheetAnswerView;
  readonly conflict: NonNullable<SheetAnswerView['conflict']>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('respond');
  const language = useLanguage();
  const words = { yes: t('yes'), no: t('no') };
  const decide = (whose: 'MINE' | 'THEIRS') => () => {
    session.resolve(asked.question.code, whose);
    onClose();
    // The button that opened the dialog is gone with the conflict.
    focusQuestion(asked.question.code);
  };
  return (
    <Dialog
      title={t('conflictTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={decide('THEIRS')}>{t('keepTheirs')}</Button>
          <Button kind="primary" onClick={decide('MINE')}>
            {t('keepMine')}
          </Button>
        </>
      }
    >
      <p className="kern-body">{asked.question.text}</p>
      <p className="kern-body">
        {t('conflictText', { by: conflict.by ?? t('somebody'), at: timeText(conflict.at, language) })}
      </p>
      <dl className="respond-both">
        <dt>{t('mine')}</dt>
        <dd>{valueText(asked.question, answer.value, words) ?? t('empty')}</dd>
        <dt>{t('theirs')}</dt>
        <dd>{valueText(asked.question, conflict.theirs, words) ?? t('empty')}</dd>
      </dl>
    </Dialog>
  );
}
