import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { Alert } from '../ui/alert.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import { useViewer, workspacesOf, type Viewer, type Workspace } from './session.js';

/**
 * Shows a workspace to those whom it is for; leads everybody else to the sign-in and back.
 * @param keepsPage true: where a sign-in ends while the page is open, the page stays, and says so by itself
 */
export function SignedIn({
  workspace,
  keepsPage = false,
  children,
}: {
  readonly workspace: Workspace;
  readonly keepsPage?: boolean;
  readonly children: (viewer: Viewer) => ReactNode;
}) {
  const { t } = useTranslation('shell');
  const now = useViewer();
  const last = useRef<Viewer | null>(null);
  useEffect(() => {
    if (now) last.current = now;
  }, [now]);
  const { pathname, search } = useLocation();
  const viewer = now === null && keepsPage ? last.current : now;
  if (viewer === undefined) return <Loading />;
  if (viewer === null) return <Navigate to={`/sign-in?returnTo=${encodeURIComponent(pathname + search)}`} replace />;
  if (!workspacesOf(viewer).includes(workspace))
    return (
      <Page title={t(workspace)}>
        <Alert kind="warning" title={t('forbidden')} />
      </Page>
    );
  return children(viewer);
}
