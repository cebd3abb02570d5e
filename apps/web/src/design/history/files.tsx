import {
  QuestionnaireFileDocument,
  ReadQuestionnaireDocument,
  type QuestionnaireFormat,
  type ReadQuestionnaireMutation,
} from '@reflexbogen/client';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../service/client.js';
import { demanded, Refusal } from '../../service/refusal.js';
import { DesignError, RefusalText } from '../design-error.js';
import { ParticularsText } from '../fault-text.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { SelectField } from '../../ui/select-field.js';
import { useFieldName } from '../field-name.js';
import { saveFile } from '../save-file.js';
import { useSet } from '../set-context.js';
import { formatOf, FORMATS, isForTranslators } from './file-formats.js';

/** Most faults of a file, and most of others' edits, that are listed; how many more there are is said. */
const MOST_SHOWN = 50;

/** The stored state as a file, and back: a file with any fault is refused as a whole, and every fault named. */
export function Files() {
  const { t } = useTranslation('design');
  const { session, draft, locales, locale, isEditable } = useSet();
  const { id, version } = draft.set;
  const [format, setFormat] = useState<QuestionnaireFormat>('YAML');
  const [target, setTarget] = useState(locales.find((one) => one !== locale) ?? 'en');
  const [failure, setFailure] = useState<unknown>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isSaved = draft.state === 'SAVED';
  const isTranslation = isForTranslators(format);
  const out = async (): Promise<void> => {
    setFailure(null);
    const { questionSet } = await client.request(QuestionnaireFileDocument, {
      id,
      format,
      previous: null,
      source: isTranslation ? locale : null,
      target: isTranslation ? target : null,
    });
    await saveFile(demanded(questionSet, []).file);
  };
  const take = async (file: File): Promise<void> => {
    setFailure(null);
    setTaken(null);
    setRefused(null);
    const { readQuestionnaire: read } = await client.request(ReadQuestionnaireDocument, {
      input: {
        id,
        version,
        format: formatOf(file.name) ?? format,
        upload: await client.upload(new Uint8Array(await file.arrayBuffer())),
        language: locale,
      },
    });
    if (read.faults.length > 0 || read.errors.length > 0) return setRefused({ name: file.name, ...read });
    await session.discard();
    setTaken({ name: file.name, ...read });
  };
  return (
    <section className="stack" aria-labelledby="design-files">
      <h2 className="kern-heading-medium" id="design-files">
        {t('files')}
      </h2>
      <p className="kern-hint">{t('filesHint')}</p>
      <div className="design-pair">
        <SelectField
          label={t('format')}
          value={format}
          onChange={(value) => setFormat(FORMATS.find((one) => one === value) ?? 'YAML')}
        >
          {FORMATS.map((one) => (
            <option key={one} value={one}>
              {t(`formats.${one}`)}
            </option>
          ))}
        </SelectField>
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
              accept=".yaml,.yml,.json,.xlsx,.xlf,.xliff,.csv"
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
      {failure !== null && <DesignError error={failure} />}
      {refused !== null && <RefusedFile {...refused} />}
      {taken !== null && <TakenFile {...taken} />}
    </section>
  );
}

type Read = ReadQuestionnaireMutation['readQuestionnaire'];
type Taken = Pick<Read, 'notTakenOver' | 'merged'> & { readonly name: string };
type Refused = Pick<Read, 'faults' | 'errors'> & { readonly name: string };

/** What a file says that a question set cannot, and where others' edits stand. */
function TakenFile({ name, notTakenOver, merged }: Taken) {
  const { t } = useTranslation('design');
  const fieldName = useFieldName();
  return (
    <Alert kind="success" title={t('fileTaken', { name })}>
      {notTakenOver.length === 0 ? t('fileTakenWhole') : t('fileTakenPart', { count: notTakenOver.length })}
      {notTakenOver.length > 0 && (
        <ul className="design-plain">
          {notTakenOver.map(({ sheet, row, column, what, why, particulars }) => (
            <li key={`${sheet} ${row} ${column} ${what}`}>
              {t('inFile', { place: [sheet, row, column].filter((part) => part !== null).join(', ') })}: {what}
              {' – '}
              <ParticularsText particulars={particulars} english={why} />
            </li>
          ))}
        </ul>
      )}
      {merged.length > 0 && (
        <>
          <p className="kern-body">{t('mergedText', { count: merged.length })}</p>
          <ul className="design-plain">
            {merged.slice(0, MOST_SHOWN).map(({ path }) => (
              <li key={path.join('/')}>{fieldName(path)}</li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}

/** Everything that is wrong with a file, each at its place in it. */
function RefusedFile({ name, faults, errors }: Refused) {
  const { t } = useTranslation('design');
  const more = faults.length - MOST_SHOWN;
  return (
    <Alert kind="danger" title={t('fileRefused', { name })}>
      <p className="kern-body">{t('fileRefusedText')}</p>
      <ul className="design-plain">
        {faults.length === 0 &&
          errors.map(({ path, message, ...error }) => (
            <li key={`${path.join('.')} ${message}`}>
              <RefusalText refusal={new Refusal([{ message, ...error }])} />
            </li>
          ))}
        {faults.slice(0, MOST_SHOWN).map(({ sheet, line, column, message, expected, particulars }) => {
          const place = [sheet, line, column].filter((part) => part !== null).join(', ');
          return (
            <li key={`${place} ${message}`}>
              {place !== '' && `${t('inFile', { place })}: `}
              <ParticularsText
                particulars={particulars}
                english={`${message} ${t('expected', { expected, lng: 'en' })}`}
              />
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className="kern-body">{t('moreFaults', { count: more })}</p>}
    </Alert>
  );
}
