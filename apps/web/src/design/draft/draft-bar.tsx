import { ReflexbogenError, UnreachableError } from '@reflexbogen/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { instantText } from '../../respond/instants.js';
import { Refusal } from '../../service/refusal.js';
import { RefusalText } from '../design-error.js';
import { useLanguage } from '../../text/use-language.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { placeOfPath, type Place } from '../document/places.js';
import { FaultText } from '../fault-text.js';
import { useFieldName } from '../field-name.js';
import { ConflictDialog } from './conflict-dialog.js';
import type { DraftSession, DraftSnapshot, StoredDraft } from './draft-session.js';
import { useDraft } from './use-draft.js';

/** What is saved and what is not, why, and what to do about it: never more than the service has said. */
export function DraftBar<S extends StoredDraft>({
  session,
  addressOf,
}: {
  readonly session: DraftSession<S>;
  /** Where a place is edited. */
  readonly addressOf: (place: Place) => string;
}) {
  const { t } = useTranslation('design');
  const language = useLanguage();
  const draft = useDraft(session);
  const fieldName = useFieldName();
  const [isDeciding, setDeciding] = useState(false);
  const { state, faults, set } = draft;
  const isNew = set.version === 0 && state === 'SAVED';
  return (
    <>
      <div className={`design-bar design-bar--${state.toLowerCase()}`}>
        <p className="design-bar__state" role="status">
          {t(isNew ? 'draft.NEW' : `draft.${state}`, { version: set.version, count: faults.length })}
          {draft.typed.size > 0 && <span> {t('draft.typed')}</span>}
          {(draft.typed.size > 0 || (state !== 'SAVED' && state !== 'SAVING')) && draft.isKept && (
            <span> {t('draft.kept')}</span>
          )}
        </p>
        <div className="design-bar__acts">
          <Button small kind="tertiary" disabled={!draft.canUndo} onClick={session.undo}>
            {t('undo')}
          </Button>
          <Button small kind="tertiary" disabled={!draft.canRedo} onClick={session.redo}>
            {t('redo')}
          </Button>
          {state === 'CONFLICT' ? (
            <Button small kind="primary" onClick={() => setDeciding(true)}>
              {t('decide')}
            </Button>
          ) : (
            <Button
              small
              kind="primary"
              aria-keyshortcuts="Control+S"
              disabled={state === 'SAVED' || state === 'SAVING' || state === 'FAULTY'}
              onClick={() => void session.save()}
            >
              {t('save')}
            </Button>
          )}
        </div>
      </div>
      <Failure draft={draft} />
      {draft.restoredAt !== null && (
        <Alert kind="info" title={t('restored')}>
          <p className="kern-body">{t('restoredText', { at: instantText(draft.restoredAt, language) })}</p>
          <Button small onClick={() => void session.discard()}>
            {t('discard')}
          </Button>
        </Alert>
      )}
      {draft.merged.length > 0 && (
        <Alert kind="info" title={t('mergedTitle')}>
          {t('mergedText', { count: draft.merged.length })}
          <ul className="design-plain">
            {draft.merged.slice(0, 20).map((path) => (
              <li key={path.join('/')}>{fieldName(path)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Faults draft={draft} addressOf={addressOf} />
      {isDeciding && state === 'CONFLICT' && (
        <ConflictDialog session={session} disputes={draft.disputes} onClose={() => setDeciding(false)} />
      )}
    </>
  );
}

function Failure({ draft: { failure } }: { readonly draft: DraftSnapshot<StoredDraft> }) {
  const { t } = useTranslation('design');
  if (failure === null) return null;
  const isUnreachable = failure instanceof UnreachableError;
  const isSignedOut = failure instanceof ReflexbogenError && failure.code === 'UNAUTHENTICATED';
  return (
    <Alert kind="warning" title={t(isUnreachable ? 'unreachable' : isSignedOut ? 'signedOut' : 'notSaved')}>
      {isUnreachable ? (
        t('unreachableText')
      ) : isSignedOut ? (
        t('signedOutText')
      ) : failure instanceof Refusal ? (
        <RefusalText refusal={failure} />
      ) : failure instanceof Error ? (
        failure.message
      ) : (
        ''
      )}
    </Alert>
  );
}

/** Everything that keeps the draft from being saved; each entry leads to its field. */
function Faults({
  draft: { faults, document },
  addressOf,
}: {
  readonly draft: DraftSnapshot<StoredDraft>;
  readonly addressOf: (place: Place) => string;
}) {
  const { t } = useTranslation('design');
  if (faults.length === 0) return null;
  return (
    <details className="design-faults">
      <summary>{t('faults', { count: faults.length })}</summary>
      <ul className="design-plain">
        {faults.slice(0, 100).map((fault) => {
          const place = placeOfPath(document, fault.path);
          return (
            <li key={`${fault.path.join('.')} ${fault.code}`}>
              <Link className="kern-link" to={addressOf(place)}>
                {place.code ?? t('wholeSet')}
              </Link>
              : <FaultText fault={fault} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
