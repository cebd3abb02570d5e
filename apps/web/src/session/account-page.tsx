import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { OperationError } from '../shell/error-page.js';
import { addTexts } from '../text/texts.js';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import { waitingHere } from './kept-here.js';
import { sessionTexts } from './session-texts.js';
import { useViewer } from './session.js';
import { signOut } from './sign-out.js';

addTexts('session', sessionTexts);

/** Who am I, what may I do, and the way out. */
export function AccountPage() {
  const { t } = useTranslation('session');
  const viewer = useViewer();
  const [error, setError] = useState<unknown>(null);
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    // A browser that keeps nothing has nothing that waits.
    if (viewer) waitingHere(viewer).then(setWaiting, () => setWaiting(0));
  }, [viewer]);
  if (viewer === undefined) return <Loading />;
  if (viewer === null) return <Navigate to="/sign-in?returnTo=/account" replace />;
  const leave = (what: 'SENT' | 'ALL'): void => void signOut(viewer, what).catch(setError);
  const facts: readonly (readonly [string, string])[] = [
    [t('name'), viewer.name],
    [t('roles'), viewer.roles.map((role) => t(role)).join(', ')],
    [t('studies'), viewer.studies?.join(', ') ?? t('everyStudy')],
    ...(viewer.municipality
      ? ([
          [t('municipality'), viewer.municipality],
          [t('department'), viewer.department ?? t('everySection')],
          [t('signatory'), viewer.signatory ? t('yes') : t('no')],
        ] as const)
      : []),
  ];
  return (
    <Page title={t('account')}>
      <dl className="kern-description-list">
        {facts.map(([term, value]) => (
          <div className="kern-description-list-item" key={term}>
            <dt className="kern-description-list-item__key">{term}</dt>
            <dd className="kern-description-list-item__value">{value}</dd>
          </div>
        ))}
      </dl>
      {viewer.scopes && viewer.scopes.all.length > 1 && (
        <p className="kern-body">{t('tasksText', { acting: viewer.scopes.acting })}</p>
      )}
      {waiting > 0 ? (
        <>
          <Alert kind="warning" title={t('waiting', { count: waiting })}>
            {t('waitingText')}{' '}
            <Link className="kern-link" to="/respond">
              {t('respond', { ns: 'shell' })}
            </Link>
          </Alert>
          <div className="shell-choices">
            <Button onClick={() => leave('SENT')}>{t('signOutKeeping')}</Button>
            <Button onClick={() => leave('ALL')}>{t('signOutDropping')}</Button>
          </div>
        </>
      ) : (
        <>
          <p className="kern-body">{t('signOutText')}</p>
          <Button onClick={() => leave('SENT')}>{t('signOut', { ns: 'shell' })}</Button>
        </>
      )}
      {error !== null && <OperationError error={error} />}
    </Page>
  );
}
