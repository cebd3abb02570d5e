import { useEffect, useReducer, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Alert } from '../ui/alert.js';
import { Button } from '../ui/button.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';

/** Whether a script or style did not come, as browsers and the bundler say it; an error inside a script says something else. */
export const didNotCome = (error: unknown): boolean => error instanceof Error && /import|preload/i.test(error.message);

/**
 * A page whose script comes when somebody goes there. Where it does not come, the frame around it stays with everything typed,
 * and the script is asked for again as soon as the browser has a line.
 * @param isPart whether it stands on a page that has a title already
 * @throws in rendering, what went wrong inside the script
 */
export function loadedLater<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { isPart = false } = {},
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function LoadedLater(props: Props) {
    const [Loaded, setLoaded] = useState(() => loaded);
    const [failure, setFailure] = useState<Error | null>(null);
    const [attempt, tryAgain] = useReducer((count: number) => count + 1, 0);
    useEffect(() => {
      if (loaded !== null) return;
      let isOpen = true;
      load().then(
        (page) => {
          loaded = page;
          if (isOpen) setLoaded(() => page);
        },
        (error: unknown) => {
          if (isOpen) setFailure(error instanceof Error ? error : new Error(String(error)));
        },
      );
      return () => {
        isOpen = false;
      };
    }, [attempt]);
    if (Loaded !== null) return <Loaded {...props} />;
    if (failure === null) return <Loading />;
    if (!didNotCome(failure)) throw failure;
    return <NotLoaded isPart={isPart} onRetry={tryAgain} />;
  };
}

/** Says so, and leads back; what is behind it is asked for again once there is a line. */
export function NotLoaded({ isPart = false, onRetry }: { readonly isPart?: boolean; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  useEffect(() => {
    globalThis.addEventListener('online', onRetry);
    return () => globalThis.removeEventListener('online', onRetry);
  }, [onRetry]);
  const navigate = useNavigate();
  const { key } = useLocation();
  const content = (
    <div className="stack">
      <Alert kind="warning" title={t(navigator.onLine ? 'unreachable' : 'offline')}>
        {t(navigator.onLine ? 'notLoadedText' : 'notLoadedOffline')}
      </Alert>
      <Button onClick={() => void (key === 'default' ? navigate('/') : navigate(-1))}>{t('goBack')}</Button>
      {/* With a line, the script may be one of a version that is gone: the page as it is now has others. */}
      <Button onClick={navigator.onLine ? () => location.reload() : onRetry}>{t('retry')}</Button>
    </div>
  );
  return isPart ? (
    <>
      <h2 className="kern-heading-medium">{t('notLoaded')}</h2>
      {content}
    </>
  ) : (
    <Page title={t('notLoaded')}>{content}</Page>
  );
}
