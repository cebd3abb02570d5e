import { ReflexbogenError } from '@reflexbogen/client';
import type { SheetData, SheetSession } from '@reflexbogen/client/sheet';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '../ui/alert.js';
import { usePart } from './use-sheet.js';

/** The line to the service, what is not saved, and who else is here: always true, and said aloud when it changes. */
export function Lines({ session, sheet, own }: { session: SheetSession; sheet: SheetData; own: string }) {
  const { t } = useTranslation('respond');
  const connection = usePart(session, (snapshot) => snapshot.connection);
  const unsent = usePart(session, (snapshot) => snapshot.unsent);
  const isSignedOut = usePart(session, ({ signedOut }) => signedOut);
  const isTroubled = usePart(
    session,
    ({ error }) => error instanceof ReflexbogenError && error.code !== 'UNAUTHENTICATED',
  );
  const unkept = usePart(session, (snapshot) => snapshot.unkept);
  const isUnkept = useLasting(unkept > 0);
  const presence = usePart(session, (snapshot) => snapshot.presence);
  const titleOf = (code: string): string => sheet.sections.find((one) => one.code === code)?.title ?? code;
  const others = presence
    .filter(({ name }) => name !== own)
    .map(({ name, section }) => `${name} (${titleOf(section)})`);
  return (
    <div className="respond-lines" data-unkept={unkept}>
      {isSignedOut && <SignedOut session={session} />}
      {connection === 'OFFLINE' && <Alert kind="warning" title={t('offline')} />}
      {isTroubled && <Alert kind="warning" title={t('trouble')} />}
      {isUnkept && (
        <Alert kind="danger" title={t('unkept')}>
          {t('unkeptText')}
        </Alert>
      )}
      <p className={unsent === 0 ? 'respond-saved' : 'respond-unsent'} role="status">
        {unsent === 0 ? t('allSaved') : t('unsent', { count: unsent })}
      </p>
      {others.length > 0 && (
        <p className="kern-body kern-body--small">
          {t('others')} {others.join(', ')}
        </p>
      )}
    </div>
  );
}

/** The page stays, and with it everything on it; another window signs in. */
export function SignedOut({ session }: { readonly session: SheetSession }) {
  const { t } = useTranslation('respond');
  return (
    <Alert kind="warning" title={t('signedOut')}>
      <p className="kern-body">{t('signedOutText')}</p>
      <a className="kern-link" href="/sign-in" target="_blank" rel="noreferrer">
        {t('signInAgain')}
      </a>{' '}
      <button type="button" className="kern-btn kern-btn--secondary" onClick={() => void session.resume()}>
        <span className="kern-label">{t('retry', { ns: 'shell' })}</span>
      </button>
    </Alert>
  );
}

/** Usually a value is kept within milliseconds: nobody is alarmed before this many. */
const LASTING_MS = 2000;

/** Whether something has been so for a while. */
function useLasting(isSo: boolean): boolean {
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLasting(true), LASTING_MS);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [isSo]);
  return isLasting;
}
