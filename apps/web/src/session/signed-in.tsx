import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { Alert } from '../ui/alert.js';
import { Loading } from '../ui/loading.js';
import { useViewer, workspacesOf, type Viewer, type Workspace } from './session.js';

/** Shows a workspace to those whom it is for; leads everybody else to the sign-in and back. */
export function SignedIn({
  workspace,
  children,
}: {
  readonly workspace: Workspace;
  readonly children: (viewer: Viewer) => ReactNode;
}) {
  const { t } = useTranslation('shell');
  const viewer = useViewer();
  const { pathname, search } = useLocation();
  if (viewer === undefined) return <Loading />;
  if (viewer === null) return <Navigate to={`/sign-in?returnTo=${encodeURIComponent(pathname + search)}`} replace />;
  if (!workspacesOf(viewer).includes(workspace))
    return (
      <div className="page">
        <Alert kind="warning" title={t('forbidden')} />
      </div>
    );
  return children(viewer);
}
