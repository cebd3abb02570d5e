import { DesignVersionsDocument, RestoreDraftDocument } from '@reflexbogen/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../respond/instants.js';
import { client } from '../../service/client.js';
import { demanded } from '../../service/refusal.js';
import { useOperation } from '../../service/use-operation.js';
import { DesignError } from '../design-error.js';
import { useLanguage } from '../../text/use-language.js';
import { Button } from '../../ui/button.js';
import { useSet } from '../set-context.js';
import { Files } from './files.js';

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
        {error && <DesignError error={error} />}
        {failure !== null && <DesignError error={failure} />}
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
