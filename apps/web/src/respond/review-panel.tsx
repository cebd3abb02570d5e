import { PrintedSheetDocument } from '@reflexbogen/client';
import type { SheetData, SheetSession } from '@reflexbogen/client/sheet';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Viewer } from '../session/session.js';
import { client } from '../service/client.js';
import { saveBlob } from '../service/save-blob.js';
import { OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { instantText } from './instants.js';
import { Changes, Overview } from './overview.js';
import { addressOf, textOf } from './places.js';
import { Submit } from './submit.js';
import { usePart } from './use-sheet.js';
import { laterTexts } from './later-texts.js';
import { addTexts } from '../text/texts.js';

addTexts('respond', laterTexts);

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
  const { status } = sheet.response;
  // Keyboards and screen readers begin with what is to be done, and with the receipt once it is there.
  useEffect(() => heading.current?.focus(), [status]);
  return (
    <>
      <h2 className="kern-heading-medium" ref={heading} tabIndex={-1}>
        {t('review')}
      </h2>
      <Receipt sheet={sheet} />
      {!isReadOnly && <Open session={session} sheet={sheet} />}
      <Changes session={session} sheet={sheet} />
      <Overview session={session} sheet={sheet} />
      {!isReadOnly && <Submit session={session} sheet={sheet} viewer={viewer} />}
      <Files sheet={sheet} />
    </>
  );
}

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
    setError(null);
    const { sheetFile } = await client.request(PrintedSheetDocument, { response: sheet.response.id, format, locale });
    if (!sheetFile) return;
    const bytes = Uint8Array.from(atob(sheetFile.base64), (sign) => sign.charCodeAt(0));
    await saveBlob(new Blob([bytes], { type: sheetFile.mediaType }), sheetFile.name);
  };
  return (
    <div className="respond-foot">
      <Button onClick={() => void fetchFile('PDF').catch(setError)}>{t('print')}</Button>
      <Button onClick={() => void fetchFile('XLSX').catch(setError)}>{t('xlsx')}</Button>
      {error !== null && <OperationError error={error} />}
    </div>
  );
}
