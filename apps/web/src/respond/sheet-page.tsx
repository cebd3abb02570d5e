import type { SheetData, SheetSession } from '@reflexbogen/client/sheet';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Viewer } from '../session/session.js';
import { NotFoundPage, OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Alert } from '../ui/alert.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import { instantText } from './instants.js';
import { Queries } from './queries.js';
import { ReviewPanel } from './review-panel.js';
import { SectionView } from './section-view.js';
import { StaffPanel } from './staff-panel.js';
import { usePart, useSheet } from './use-sheet.js';

/** `?section=` says which part of the sheet is open; this one is the last: look over it and hand it in. */
export const REVIEW = 'review';

/** A sheet, section by section. */
export function SheetPage({ viewer }: { readonly viewer: Viewer }) {
  const { study = '', round = '', municipality } = useParams();
  const locale = useLanguage();
  const session = useSheet({ study, round, municipality: municipality ?? null }, viewer, locale);
  return session === null ? <Loading /> : <OpenSheet session={session} viewer={viewer} />;
}

function OpenSheet({ session, viewer }: { readonly session: SheetSession; readonly viewer: Viewer }) {
  const status = usePart(session, (snapshot) => snapshot.status);
  const error = usePart(session, (snapshot) => snapshot.error);
  const sheet = usePart(session, (snapshot) => snapshot.sheet);
  const isSignedOut = usePart(session, ({ signedOut }) => signedOut);
  if (sheet !== null && status === 'READY') return <Sheet session={session} viewer={viewer} sheet={sheet} />;
  if (isSignedOut) return <SignedOut />;
  if (status === 'FAILED')
    return error !== null && 'code' in error && error.code === 'NOT_FOUND' ? (
      <NotFoundPage />
    ) : (
      <OperationError error={error} />
    );
  return error === null ? <Loading /> : <OperationError error={error} />;
}

function Sheet({ session, viewer, sheet }: { session: SheetSession; viewer: Viewer; sheet: SheetData }) {
  const { t } = useTranslation('respond');
  const locale = useLanguage();
  const { municipality } = useParams();
  const [search] = useSearchParams();
  const isStaff = !viewer.roles.includes('RESPONDENT');
  const asked = search.get('section');
  const section = sheet.sections.find(({ code }) => code === asked) ?? sheet.sections[0];
  const isReview = asked === REVIEW || section === undefined;
  const place = isReview ? null : section.code;
  useEffect(() => {
    session.enter(place);
    return () => session.enter(null);
  }, [session, place]);
  const { status } = sheet.response;
  const isReadOnly =
    sheet.window.status !== 'OPEN' || !(status === 'NOT_STARTED' || status === 'DRAFT' || status === 'RETURNED');
  return (
    <Page wide title={[t('sheetTitle', { round: sheet.round.code }), municipality].filter(Boolean).join(': ')}>
      <p className="kern-body">
        {t(`status.${status}`)} · {t(`window.${sheet.window.status}`)}
        {sheet.window.closesAt && ` · ${t('until', { at: instantText(sheet.window.closesAt, locale) })}`}
      </p>
      {isStaff && !isReadOnly && <p className="kern-hint">{t('staffNote')}</p>}
      <Lines session={session} sheet={sheet} own={viewer.name} />
      <Queries session={session} isStaff={isStaff} isReadOnly={isReadOnly} />
      <div className="respond-sheet">
        <Sections session={session} sheet={sheet} current={isReview ? REVIEW : section.code} />
        <div className="respond-content">
          {isReview ? (
            <ReviewPanel session={session} sheet={sheet} viewer={viewer} isReadOnly={isReadOnly} />
          ) : (
            <SectionView session={session} sheet={sheet} section={section} isReadOnly={isReadOnly} />
          )}
          {isStaff && <StaffPanel session={session} sheet={sheet} />}
        </div>
      </div>
    </Page>
  );
}

/** The line to the service, what is not saved, and who else is here: always true, and said aloud when it changes. */
function Lines({ session, sheet, own }: { session: SheetSession; sheet: SheetData; own: string }) {
  const { t } = useTranslation('respond');
  const connection = usePart(session, (snapshot) => snapshot.connection);
  const unsent = usePart(session, (snapshot) => snapshot.unsent);
  const isSignedOut = usePart(session, ({ signedOut }) => signedOut);
  const presence = usePart(session, (snapshot) => snapshot.presence);
  const titleOf = (code: string): string => sheet.sections.find((one) => one.code === code)?.title ?? code;
  const others = presence
    .filter(({ name }) => name !== own)
    .map(({ name, section }) => `${name} (${titleOf(section)})`);
  return (
    <div className="respond-lines">
      {isSignedOut && <SignedOut session={session} />}
      {connection === 'OFFLINE' && <Alert kind="warning" title={t('offline')} />}
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
function SignedOut({ session }: { readonly session?: SheetSession }) {
  const { t } = useTranslation('respond');
  return (
    <Alert kind="warning" title={t('signedOut')}>
      <p className="kern-body">{t('signedOutText')}</p>
      <a className="kern-link" href="/sign-in" target="_blank" rel="noreferrer">
        {t('signInAgain')}
      </a>{' '}
      {session && (
        <button type="button" className="kern-btn kern-btn--secondary" onClick={() => void session.resume()}>
          <span className="kern-label">{t('retry', { ns: 'shell' })}</span>
        </button>
      )}
    </Alert>
  );
}

function Sections({ session, sheet, current }: { session: SheetSession; sheet: SheetData; current: string }) {
  const { t } = useTranslation('respond');
  const progress = usePart(session, (snapshot) => snapshot.progress);
  return (
    <nav className="respond-sections" aria-label={t('sections')}>
      <p className="kern-body kern-body--small">
        {t('progress', {
          answered: progress.answered,
          total: progress.total,
          missing: progress.required - progress.requiredAnswered,
        })}
      </p>
      <progress max={Math.max(1, progress.total)} value={progress.answered} aria-label={t('sections')} />
      <ol>
        {sheet.sections.map(({ code, title, work }) => (
          <li key={code}>
            <Link
              className="kern-link"
              to={`?section=${encodeURIComponent(code)}`}
              aria-current={code === current ? 'page' : undefined}
            >
              {title}
            </Link>
            {work.doneAt && (
              <span className="kern-badge kern-badge--success kern-badge--small">
                <span className="kern-label">{t('done')}</span>
              </span>
            )}
            {work.department && <span className="kern-hint"> {work.department}</span>}
          </li>
        ))}
        <li>
          <Link className="kern-link" to={`?section=${REVIEW}`} aria-current={current === REVIEW ? 'page' : undefined}>
            {t('review')}
          </Link>
        </li>
      </ol>
    </nav>
  );
}
