import {
  DesignGateDocument,
  DesignTemplateDocument,
  DesignTemplatesDocument,
  PublishDraftDocument,
  type DesignGateQuery,
} from '@reflexbogen/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client } from '../service/client.js';
import { queryClient } from '../service/query-client.js';
import { demanded } from '../service/refusal.js';
import { nameOf, useOperation } from '../service/use-operation.js';
import { DesignError } from './design-error.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Loading } from '../ui/loading.js';
import { editorAddress, placeOfPath } from './document/places.js';
import { ParticularsText } from './fault-text.js';
import { useFieldName } from './field-name.js';
import { RequiredLanguages } from './required-languages.js';
import { useSet } from './set-context.js';

type GateError = NonNullable<DesignGateQuery['questionSet']>['publicationErrors'][number];

const CODES = [
  'INVALID_DOCUMENT',
  'VERDICT_MISSING',
  'TRANSLATION_MISSING',
  'MODULE_DIFFERS',
  'CODE_ARCHIVED',
  'NEVER_VISIBLE',
] as const;

/** Everything that stands between the draft and its publication; each entry leads to its place. */
export function PublishPage() {
  const { t } = useTranslation('design');
  const { session, draft, isEditable } = useSet();
  const { id, version } = draft.set;
  const { data, error, isFetching, refetch } = useOperation(
    DesignGateDocument,
    { id },
    { version, enabled: isEditable },
  );
  const [failure, setFailure] = useState<unknown>(null);
  const [isSure, setSure] = useState(false);
  if (!isEditable) return <Published />;
  if (error) return <DesignError error={error} />;
  if (data === undefined) return <Loading />;
  const errors = data.questionSet?.publicationErrors ?? [];
  const isSaved = draft.state === 'SAVED';
  const publish = async (): Promise<void> => {
    const { publishQuestionSet } = await client.request(PublishDraftDocument, { input: { id, version } });
    if (publishQuestionSet.errors.length > 0) {
      await refetch();
      demanded(null, publishQuestionSet.errors);
    }
    // What other pages remember of the time before is forgotten: they must not offer it even for a moment.
    queryClient.removeQueries({ queryKey: [nameOf(DesignTemplatesDocument)] });
    await queryClient.invalidateQueries({ queryKey: [nameOf(DesignTemplateDocument)] });
    await session.discard();
  };
  return (
    <>
      <h2 className="kern-heading-medium">{t('gate')}</h2>
      {!isSaved && (
        <Alert kind="warning" title={t('gateUnsaved')}>
          {t('gateUnsavedText')}
        </Alert>
      )}
      <p className="kern-body" role="status">
        {isFetching ? t('gateChecking') : t('gateCount', { count: errors.length })}
      </p>
      <ul className="design-gate">
        {CODES.map((code) => (
          <GateEntry key={code} code={code} errors={errors.filter((one) => one.code === code)} />
        ))}
      </ul>
      {failure !== null && <DesignError error={failure} />}
      <label className="design-tick">
        <input
          type="checkbox"
          className="kern-form-check__checkbox"
          checked={isSure}
          onChange={({ target }) => setSure(target.checked)}
        />
        <span>{t('publishSure')}</span>
      </label>
      <Button
        kind="primary"
        disabled={errors.length > 0 || !isSaved || !isSure || isFetching}
        onClick={() => {
          setFailure(null);
          publish().catch(setFailure);
        }}
      >
        {t('publish')}
      </Button>
      <RequiredLanguages onChanged={() => void refetch()} />
    </>
  );
}

function GateEntry({ code, errors }: { readonly code: (typeof CODES)[number]; readonly errors: readonly GateError[] }) {
  const { t } = useTranslation('design');
  const fieldName = useFieldName();
  const { draft } = useSet();
  const isMet = errors.length === 0;
  return (
    <li className={isMet ? 'design-gate__entry' : 'design-gate__entry design-gate__entry--open'}>
      <p className="design-gate__title">
        <span className={`kern-icon kern-icon--${isMet ? 'success' : 'danger'}`} aria-hidden="true" />
        <strong>{t(`gates.${code}`)}</strong> {isMet ? t('gateMet') : t('gateOpen', { count: errors.length })}
      </p>
      {!isMet && (
        <ul className="design-plain">
          {errors.map((error) => {
            const place = placeOfPath(draft.set.document, error.path);
            return (
              <li key={`${error.path.join('.')} ${error.message}`}>
                <Link className="kern-link" to={editorAddress(draft.set.id, place)}>
                  {[place.code ?? t('wholeSet'), fieldName(place.field, true)].filter(Boolean).join(' › ')}
                </Link>
                {code === 'VERDICT_MISSING' && place.code !== null && (
                  <>
                    {' · '}
                    <Link
                      className="kern-link"
                      to={`/design/set/${encodeURIComponent(draft.set.id)}/changes#question-${place.code}`}
                      aria-label={`${t('page.changes')}: ${place.code}`}
                    >
                      {t('page.changes')}
                    </Link>
                  </>
                )}
                <span className="kern-hint">
                  {' '}
                  <ParticularsText particulars={error.particulars} english={error.message} />
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}

function Published() {
  const { t } = useTranslation('design');
  const { draft, template } = useSet();
  const { data } = useOperation(DesignTemplatesDocument, { locale: null });
  const studies = (data?.studies ?? []).filter((study) => study.template === template.slug);
  return (
    <>
      <Alert kind="success" title={t('isPublished')}>
        {t('isPublishedText')}
      </Alert>
      <h2 className="kern-heading-medium">{t('nextRound')}</h2>
      {studies.length === 0 && <p className="kern-body">{t('noStudy')}</p>}
      <ul className="design-plain">
        {studies.map((study) => (
          <li key={study.slug}>
            <Link
              className="kern-link"
              to={`/design/rounds/${encodeURIComponent(study.slug)}?set=${encodeURIComponent(draft.set.id)}`}
            >
              {t('planIn', { study: study.title })}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
