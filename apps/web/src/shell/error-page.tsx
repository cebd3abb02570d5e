import { ReflexbogenError, UnreachableError } from '@reflexbogen/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { Alert } from '../ui/alert.js';
import { Page } from '../ui/page.js';
import { Refusal } from '../service/refusal.js';
import { didNotCome, NotLoaded } from './loaded-later.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound')}>
      <p className="kern-body">{t('notFoundText')}</p>
      <Link className="kern-link" to="/">
        {t('home')}
      </Link>
    </Page>
  );
}

const loadAnew = (): void => location.reload();

/** An error of a page while it was made; the frame stays. */
export function RouteErrorPage() {
  const error = useRouteError();
  return didNotCome(error) ? <NotLoaded onRetry={loadAnew} /> : <ErrorPage error={error} />;
}

/** A page that cannot be shown: what happened, and another attempt. Without `onRetry` the page is loaded anew. */
export function ErrorPage({
  error,
  onRetry = loadAnew,
  children,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** What can be done all the same. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Page title={t('pageFailed')}>
      <OperationError error={error} />
      {children}
      <button type="button" className="kern-btn kern-btn--secondary" onClick={onRetry}>
        <span className="kern-label">{t('retry')}</span>
      </button>
    </Page>
  );
}

/** What a failed operation says to the reader: what happened, what to do, and the reference for questions. */
export function OperationError({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  if (error instanceof UnreachableError)
    return (
      <Alert kind="warning" title={t('unreachable')}>
        {t('unreachableText')}
      </Alert>
    );
  if (error instanceof ReflexbogenError) {
    const reference = error.errors[0]?.extensions?.reference;
    return (
      <Alert kind="danger" title={error.code === 'FORBIDDEN' ? t('forbidden') : t('failed')}>
        <p className="kern-body">{error.message}</p>
        {reference !== undefined && <p className="kern-body kern-body--small">{t('reference_id', { reference })}</p>}
      </Alert>
    );
  }
  return (
    <Alert kind="danger" title={t('failed')}>
      {error instanceof Refusal ? error.message : t('failedText')}
    </Alert>
  );
}
