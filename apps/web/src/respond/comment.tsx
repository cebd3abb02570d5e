import type { SheetQuestionData, SheetSession } from '@reflexbogen/client/sheet';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { usePart } from './use-sheet.js';

/** The remark to an answer; saved with it and as it. */
export function Comment({
  session,
  asked,
  isReadOnly,
}: {
  readonly session: SheetSession;
  readonly asked: SheetQuestionData;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('respond');
  const id = useId();
  const { code, text } = asked.question;
  const comment = usePart(session, ({ answers }) => answers.get(code)?.comment ?? null);
  const [isOpen, setOpen] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  // Whoever has asked for the field writes in it at once.
  useEffect(() => {
    if (isOpen) area.current?.focus();
  }, [isOpen]);
  if (comment === null && !isOpen)
    return isReadOnly ? null : (
      <Button small kind="tertiary" aria-label={`${t('addComment')}: ${text}`} onClick={() => setOpen(true)}>
        {t('addComment')}
      </Button>
    );
  return (
    <div className="kern-form-input respond-comment">
      <label className="kern-label" htmlFor={id}>
        {t('comment')}
      </label>
      <textarea
        ref={area}
        id={id}
        className="kern-form-input__input respond-text"
        rows={2}
        maxLength={10_000}
        readOnly={isReadOnly}
        value={comment ?? ''}
        onChange={({ target }) => {
          setOpen(true);
          session.comment(code, target.value === '' ? null : target.value);
        }}
      />
    </div>
  );
}
