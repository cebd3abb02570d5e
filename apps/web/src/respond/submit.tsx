import type { HandInOutcome, SheetData, SheetSession } from '@reflexbogen/client/sheet';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownerOf } from '../session/owner.js';
import type { Viewer } from '../session/session.js';
import { OperationError } from '../shell/error-page.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { useKeptText } from './use-kept-text.js';

/** Handing in: only what is saved, and all of it. */
export function Submit({
  session,
  sheet,
  viewer,
}: {
  readonly session: SheetSession;
  readonly sheet: SheetData;
  readonly viewer: Viewer;
}) {
  const { t } = useTranslation('respond');
  const [reason, setReason] = useKeptText(ownerOf(viewer), `${sheet.response.id} reason`);
  const [unsaved, setUnsaved] = useState(0);
  const [refused, setRefused] = useState<HandInOutcome['errors']>([]);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isStaff = !viewer.roles.includes('RESPONDENT');
  if (!viewer.signatory && !isStaff) return <p className="kern-body">{t('notSignatory')}</p>;
  const isCorrection = sheet.response.status === 'RETURNED';
  const submit = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    setRefused([]);
    try {
      const { unsent, errors } = await session.submit(reason === '' ? undefined : reason);
      setUnsaved(unsent);
      setRefused(errors);
      if (unsent === 0 && errors.length === 0) setReason('');
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="stack">
      {(isCorrection || isStaff) && (
        <Field label={t('reason')}>
          {(ids) => (
            <input
              {...ids}
              className="kern-form-input__input"
              value={reason}
              maxLength={1000}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
      )}
      <p className="kern-hint">{t('submitHint')}</p>
      {unsaved > 0 && (
        <Alert kind="danger" title={t('notAllSaved')}>
          {t('notAllSavedText', { count: unsaved })}
        </Alert>
      )}
      {refused.length > 0 && (
        <Alert kind="danger" title={t('notHandedIn')}>
          {[...new Set(refused.map(({ code }) => code))].map((code) => (
            <p key={code} className="kern-body">
              {t(`refused.${code}`)}
            </p>
          ))}
        </Alert>
      )}
      {error !== null && <OperationError error={error} />}
      <Button kind="primary" disabled={isBusy} onClick={() => void submit()}>
        {t('submit')}
      </Button>
    </section>
  );
}
