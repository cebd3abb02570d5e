import { HandInDocument, PrintedSheetDocument } from '@reflexbogen/client';
import { contentOf, type SheetData, type SheetSession } from '@reflexbogen/client/sheet';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Viewer } from '../session/session.js';
import { client } from '../service/client.js';
import { demanded } from '../service/refusal.js';
import { OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { instantText } from './instants.js';
import { usePart } from './use-sheet.js';
import { valueText } from './value-text.js';

/** What is missing, what has changed since the round before, handing in, and the receipt. */
export function ReviewPanel({
  session,
  sheet,
  viewer,
  isReadOnly,
}: {
  readonly session: SheetSession;
  readonly sheet: SheetData;
  readonly viewer: Viewer;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('respond');
  const heading = useRef<HTMLHeadingElement>(null);
  // Keyboards and screen readers begin with what is to be done.
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 className="kern-heading-medium" ref={heading} tabIndex={-1}>
        {t('review')}
      </h2>
      <Receipt sheet={sheet} />
      {!isReadOnly && <Open session={session} sheet={sheet} />}
      <Changes session={session} sheet={sheet} />
      {!isReadOnly && <Submit session={session} sheet={sheet} viewer={viewer} />}
      <Files sheet={sheet} />
    </>
  );
}

const addressOf = (sheet: SheetData, code: string): string => {
  const section = sheet.sections.find(({ questions }) => questions.some(({ question }) => question.code === code));
  return `?section=${encodeURIComponent(section?.code ?? '')}#question-${code}`;
};
const textOf = (sheet: SheetData, code: string): string =>
  sheet.sections.flatMap(({ questions }) => questions).find(({ question }) => question.code === code)?.question.text ??
  code;

/** The list of faults, each of which leads to its place. */
function Open({ session, sheet }: { readonly session: SheetSession; readonly sheet: SheetData }) {
  const { t } = useTranslation('respond');
  const required = usePart(session, (snapshot) => snapshot.required);
  const answers = usePart(session, (snapshot) => snapshot.answers);
  const unmet = usePart(session, (snapshot) => snapshot.unmet);
  const missing = [...required].filter((code) => (answers.get(code)?.value ?? null) === null);
  if (missing.length === 0 && unmet.length === 0) return <Alert kind="success" title={t('ready')} />;
  return (
    <>
      {missing.length > 0 && (
        <Alert kind="danger" title={t('missingTitle', { count: missing.length })}>
          <ul className="respond-plain">
            {missing.map((code) => (
              <li key={code}>
                <Link className="kern-link" to={addressOf(sheet, code)}>
                  {textOf(sheet, code)}
                </Link>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {unmet.length > 0 && (
        <Alert kind="warning" title={t('unmetTitle')}>
          <ul className="respond-plain">
            {unmet.map(({ question, message }) => (
              <li key={`${question} ${message}`}>
                <Link className="kern-link" to={addressOf(sheet, question)}>
                  {textOf(sheet, question)}
                </Link>
                : {message}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}

function Changes({ session, sheet }: { readonly session: SheetSession; readonly sheet: SheetData }) {
  const { t } = useTranslation('respond');
  const answers = usePart(session, (snapshot) => snapshot.answers);
  const words = { yes: t('yes'), no: t('no') };
  const changed = sheet.sections
    .flatMap(({ questions }) => questions)
    .flatMap(({ question, previous }) => {
      if (!previous) return [];
      const now = valueText(question, answers.get(question.code)?.value ?? null, words);
      const before = valueText(question, contentOf(previous.value), words);
      return now === null || now === before
        ? []
        : [{ question, year: previous.round.year, before: previous.value.label, now }];
    });
  return (
    <section aria-labelledby="respond-changes">
      <h3 className="kern-heading-small" id="respond-changes">
        {t('changes')}
      </h3>
      {changed.length === 0 ? (
        <p className="kern-body">{t('noChanges')}</p>
      ) : (
        <dl className="respond-both">
          {changed.map(({ question, year, before, now }) => (
            <div key={question.code}>
              <dt>{question.text}</dt>
              <dd>
                {year}: {before} → {sheet.round.code}: {now}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Submit({ session, sheet, viewer }: { session: SheetSession; sheet: SheetData; viewer: Viewer }) {
  const { t } = useTranslation('respond');
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isStaff = !viewer.roles.includes('RESPONDENT');
  if (!viewer.signatory && !isStaff) return <p className="kern-body">{t('notSignatory')}</p>;
  const isCorrection = sheet.response.status === 'RETURNED';
  const submit = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      // What is on its way belongs to what is handed in.
      await session.flush();
      const { submitResponse } = await client.request(HandInDocument, {
        input: { response: sheet.response.id, ...(reason === '' ? {} : { reason }) },
      });
      demanded(submitResponse.response, submitResponse.errors);
      await session.reload();
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
      {error !== null && <OperationError error={error} />}
      <Button kind="primary" disabled={isBusy} onClick={() => void submit()}>
        {t('submit')}
      </Button>
    </section>
  );
}

function Receipt({ sheet }: { readonly sheet: SheetData }) {
  const { t } = useTranslation('respond');
  const language = useLanguage();
  const { receipt, submittedAt, submissionNumber } = sheet.response;
  if (!receipt) return null;
  return (
    <Alert kind="success" title={t('receiptTitle')}>
      <p className="kern-body">{t('receipt', { number: submissionNumber, at: instantText(submittedAt, language) })}</p>
      <code className="respond-receipt">{receipt}</code>
    </Alert>
  );
}

/** The sheet for paper, and as a workbook. */
function Files({ sheet }: { readonly sheet: SheetData }) {
  const { t } = useTranslation('respond');
  const locale = useLanguage();
  const [error, setError] = useState<unknown>(null);
  const fetchFile = async (format: 'PDF' | 'XLSX'): Promise<void> => {
    const { sheetFile } = await client.request(PrintedSheetDocument, { response: sheet.response.id, format, locale });
    if (!sheetFile) return;
    const bytes = Uint8Array.from(atob(sheetFile.base64), (sign) => sign.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes], { type: sheetFile.mediaType }));
    const link = document.createElement('a');
    link.href = address;
    link.download = sheetFile.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <div className="respond-foot">
      <Button onClick={() => void fetchFile('PDF').catch(setError)}>{t('print')}</Button>
      <Button onClick={() => void fetchFile('XLSX').catch(setError)}>{t('xlsx')}</Button>
      {error !== null && <OperationError error={error} />}
    </div>
  );
}
