import { AcceptSheetDocument, ReturnSheetDocument } from '@reflexbogen/client';
import type { SheetData, SheetSession } from '@reflexbogen/client/sheet';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../service/client.js';
import { demanded } from '../service/refusal.js';
import { OperationError } from '../shell/error-page.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { SelectField } from '../ui/select-field.js';
import { laterTexts } from './later-texts.js';
import { addTexts } from '../text/texts.js';

addTexts('respond', laterTexts);

/** What staff do with a sheet that was handed in: give it back with a query, or accept it. */
export function StaffPanel({ session, sheet }: { readonly session: SheetSession; readonly sheet: SheetData }) {
  const { t } = useTranslation('respond');
  const [reason, setReason] = useState('');
  const [question, setQuestion] = useState('');
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>(null);
  const { id: response, status, version } = sheet.response;
  if (status !== 'SUBMITTED' && status !== 'ACCEPTED') return null;
  const act = async (run: () => Promise<readonly { readonly message: string }[]>): Promise<void> => {
    setError(null);
    try {
      const errors = await run();
      demanded(errors.length === 0 ? true : null, errors);
      await session.reload();
    } catch (failure) {
      setError(failure);
    }
  };
  const giveBack = () =>
    act(async () => {
      const queries = question === '' || text === '' ? [] : [{ question, text }];
      const { returnResponse } = await client.request(ReturnSheetDocument, {
        input: { response, version, reason, queries },
      });
      return returnResponse.errors;
    });
  const accept = () =>
    act(async () => {
      const { acceptResponse } = await client.request(AcceptSheetDocument, { input: { response, version } });
      return acceptResponse.errors;
    });
  return (
    <section className="stack respond-staff" aria-labelledby="respond-staff">
      <h2 className="kern-heading-medium" id="respond-staff">
        {t('reviewTitle')}
      </h2>
      {status === 'SUBMITTED' && (
        <Button kind="primary" onClick={() => void accept()}>
          {t('accept')}
        </Button>
      )}
      <Field label={t('returnReason')}>
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
      <SelectField label={t('queryQuestion')} value={question} onChange={setQuestion}>
        <option value="">–</option>
        {sheet.sections
          .flatMap(({ questions }) => questions)
          .map(({ question: { code, text: own } }) => (
            <option key={code} value={code}>
              {own}
            </option>
          ))}
      </SelectField>
      <Field label={t('queryText')}>
        {(ids) => (
          <textarea
            {...ids}
            className="kern-form-input__input respond-text"
            rows={2}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Button disabled={reason.trim() === ''} onClick={() => void giveBack()}>
        {t('returnSheet')}
      </Button>
      {error !== null && <OperationError error={error} />}
    </section>
  );
}
