import {
  DesignVersionsDocument,
  QuestionnaireFileDocument,
  ReadQuestionnaireDocument,
  RestoreDraftDocument,
  type QuestionnaireFormat,
} from '@reflexbogen/client';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantText } from '../respond/instants.js';
import { client } from '../service/client.js';
import { demanded, Refusal } from '../service/refusal.js';
import { useOperation } from '../service/use-operation.js';
import { OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Field } from '../ui/field.js';
import { saveFile } from './save-file.js';
import { useSet } from './set-context.js';

/** Every save of the draft, to go back to; and the set as a file, out and in. */
export function HistoryPage() {
  const { t } = useTranslation('design');
  const language = useLanguage();
  const { session, draft, isEditable, announce } = useSet();
  const { id, version } = draft.set;
  const { data, error } = useOperation(DesignVersionsDocument, { id }, { version, keep: true });
  const [failure, setFailure] = useState<unknown>(null);
  const isSaved = draft.state === 'SAVED';
  const restore = async (to: number): Promise<void> => {
    setFailure(null);
    const { restoreQuestionSet } = await client.request(RestoreDraftDocument, { input: { id, version, to } });
    if (restoreQuestionSet.errors.length > 0) demanded(null, restoreQuestionSet.errors);
    await session.discard();
    announce(t('restoredVersion', { version: to }));
  };
  return (
    <>
      <section className="stack" aria-labelledby="design-versions">
        <h2 className="kern-heading-medium" id="design-versions">
          {t('versions')}
        </h2>
        {error && <OperationError error={error} />}
        {failure !== null && <OperationError error={failure} />}
        {isEditable && !isSaved && <p className="kern-body">{t('saveFirst')}</p>}
        <ol className="design-list" reversed>
          {(data?.questionSet?.versions ?? []).map((one) => (
            <li key={one.version} className="design-year">
              <strong>{t('versionOf', { version: one.version })}</strong>
              <span className="kern-body">
                {instantText(one.savedAt, language)}, {one.savedByName}
              </span>
              {one.restoredFrom !== null && (
                <span className="kern-hint">{t('wentBackTo', { version: one.restoredFrom })}</span>
              )}
              {isEditable && one.version !== version && (
                <Button
                  small
                  kind="tertiary"
                  disabled={!isSaved}
                  aria-label={`${t('goBack')}: ${t('versionOf', { version: one.version })}`}
                  onClick={() => void restore(one.version).catch(setFailure)}
                >
                  {t('goBack')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </section>
      <Files />
    </>
  );
}

const FORMATS: readonly QuestionnaireFormat[] = ['YAML', 'JSON', 'XLSFORM', 'XLIFF', 'TRANSLATION_CSV'];
const FOR_TRANSLATORS: readonly QuestionnaireFormat[] = ['XLIFF', 'TRANSLATION_CSV'];

function Files() {
  const { t } = useTranslation('design');
  const { session, draft, locales, locale, isEditable } = useSet();
  const { id, version } = draft.set;
  const [format, setFormat] = useState<QuestionnaireFormat>('YAML');
  const [target, setTarget] = useState(locales.find((one) => one !== locale) ?? 'en');
  const [failure, setFailure] = useState<unknown>(null);
  const [notes, setNotes] = useState<readonly string[] | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isSaved = draft.state === 'SAVED';
  const isTranslation = FOR_TRANSLATORS.includes(format);
  const out = async (): Promise<void> => {
    setFailure(null);
    const { questionSet } = await client.request(QuestionnaireFileDocument, {
      id,
      format,
      previous: null,
      source: isTranslation ? locale : null,
      target: isTranslation ? target : null,
    });
    saveFile(demanded(questionSet, []).file);
  };
  const take = async (file: File): Promise<void> => {
    setFailure(null);
    setNotes(null);
    const { readQuestionnaire: read } = await client.request(ReadQuestionnaireDocument, {
      input: {
        id,
        version,
        format,
        upload: await client.upload(new Uint8Array(await file.arrayBuffer())),
        language: locale,
      },
    });
    if (read.faults.length > 0 || read.errors.length > 0)
      throw new Refusal(
        [
          ...read.errors.map(({ message }) => message),
          ...read.faults
            .slice(0, 20)
            .map(
              ({ sheet, line, column, message }) =>
                `${[sheet, line, column].filter((one) => one !== null).join(':')} ${message}`,
            ),
        ].join('\n'),
      );
    await session.discard();
    setNotes(
      read.notTakenOver.map(({ sheet, row, column, what, why }) => `${sheet} ${row}${column ?? ''}: ${what} – ${why}`),
    );
  };
  return (
    <section className="stack" aria-labelledby="design-files">
      <h2 className="kern-heading-medium" id="design-files">
        {t('files')}
      </h2>
      <p className="kern-hint">{t('filesHint')}</p>
      <div className="design-pair">
        <Field label={t('format')}>
          {(ids) => (
            <div className="kern-form-input__select-wrapper">
              <select
                {...ids}
                className="kern-form-input__select"
                value={format}
                onChange={(event) => setFormat(FORMATS.find((one) => one === event.target.value) ?? 'YAML')}
              >
                {FORMATS.map((one) => (
                  <option key={one} value={one}>
                    {t(`formats.${one}`)}
                  </option>
                ))}
              </select>
            </div>
          )}
        </Field>
        {isTranslation && (
          <Field label={t('targetLanguage')}>
            {(ids) => (
              <input
                {...ids}
                className="kern-form-input__input"
                value={target}
                onChange={(event) => setTarget(event.target.value)}
              />
            )}
          </Field>
        )}
      </div>
      <div className="design-acts">
        <Button icon="download" onClick={() => void out().catch(setFailure)}>
          {t('fileOut')}
        </Button>
        {isEditable && (
          <>
            <Button icon="drive-folder-upload" disabled={!isSaved} onClick={() => input.current?.click()}>
              {t('fileIn')}
            </Button>
            <input
              ref={input}
              type="file"
              hidden
              aria-label={t('fileIn')}
              onChange={({ target: { files } }) => {
                const [file] = files ?? [];
                if (file !== undefined) take(file).catch(setFailure);
                if (input.current !== null) input.current.value = '';
              }}
            />
          </>
        )}
      </div>
      {failure !== null && <OperationError error={failure} />}
      {notes !== null && (
        <Alert kind="success" title={t('fileTaken')}>
          {notes.length === 0 ? (
            t('fileTakenWhole')
          ) : (
            <ul className="design-plain">
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </Alert>
      )}
    </section>
  );
}
