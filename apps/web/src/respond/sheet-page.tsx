import type { SheetData, SheetSectionData, SheetSession } from '@reflexbogen/client/sheet';
import { StudiesDocument, UnreachableError } from '@reflexbogen/client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { ownerOf } from '../session/owner.js';
import type { Viewer } from '../session/session.js';
import { useOperation } from '../service/use-operation.js';
import { ErrorPage, NotFoundPage } from '../shell/error-page.js';
import { loadedLater } from '../shell/loaded-later.js';
import { useLanguage } from '../text/use-language.js';
import { Loading } from '../ui/loading.js';
import { Page } from '../ui/page.js';
import { instantText } from './instants.js';
import { Lines, SignedOut } from './lines.js';
import { SectionView } from './section-view.js';
import { DEPARTMENTS, REVIEW, Sections } from './sections.js';
import { useDepartments } from './use-departments.js';
import { usePart, useSheet } from './use-sheet.js';

/** For few, or for the end: loaded when somebody goes there. */
const PART = { isPart: true };
const Queries = loadedLater(async () => (await import('./queries.js')).Queries, PART);
const ReviewPanel = loadedLater(async () => (await import('./review-panel.js')).ReviewPanel, PART);
const StaffPanel = loadedLater(async () => (await import('./staff-panel.js')).StaffPanel, PART);
const DepartmentsPanel = loadedLater(async () => (await import('./departments-panel.js')).DepartmentsPanel, PART);

/** A sheet, section by section. */
export function SheetPage({ viewer }: { readonly viewer: Viewer }) {
  const { study = '', round = '', municipality } = useParams();
  const locale = useLanguage();
  const session = useSheet({ study, round, municipality: municipality ?? null }, viewer, locale);
  return session === null ? <Loading /> : <OpenSheet session={session} viewer={viewer} />;
}

function OpenSheet({ session, viewer }: { readonly session: SheetSession; readonly viewer: Viewer }) {
  const { t } = useTranslation('respond');
  const status = usePart(session, (snapshot) => snapshot.status);
  const error = usePart(session, (snapshot) => snapshot.error);
  const sheet = usePart(session, (snapshot) => snapshot.sheet);
  const isSignedOut = usePart(session, ({ signedOut }) => signedOut);
  if (sheet !== null && status === 'READY') return <Sheet session={session} viewer={viewer} sheet={sheet} />;
  if (isSignedOut)
    return (
      <Page title={t('title')}>
        <SignedOut session={session} />
      </Page>
    );
  if (status === 'FAILED')
    return error !== null && 'code' in error && error.code === 'NOT_FOUND' ? (
      <NotFoundPage />
    ) : (
      <ErrorPage error={error} onRetry={() => void session.reload()} />
    );
  if (error === null) return <Loading />;
  return (
    <ErrorPage error={error} onRetry={() => void session.reload()}>
      {error instanceof UnreachableError && (
        <>
          <p className="kern-body">{t('notKeptHere')}</p>
          <Link className="kern-link" to="/respond">
            {t('keptSheets')}
          </Link>
        </>
      )}
    </ErrorPage>
  );
}

function Sheet({ session, viewer, sheet }: { session: SheetSession; viewer: Viewer; sheet: SheetData }) {
  const { t } = useTranslation('respond');
  const locale = useLanguage();
  const { study = '', municipality } = useParams();
  const { data } = useOperation(StudiesDocument, { locale });
  const title = data?.studies.find(({ slug }) => slug === study)?.title;
  const hasQueries = usePart(session, ({ queries }) => queries.length > 0);
  const [search] = useSearchParams();
  const isStaff = !viewer.roles.includes('RESPONDENT');
  const asked = search.get('section');
  const section = sheet.sections.find(({ code }) => code === asked) ?? sheet.sections[0];
  // Whoever signs, and staff: they give sections to departments.
  const leads = isStaff || viewer.signatory === true;
  const of = municipality ?? viewer.municipality ?? null;
  const isDepartments = leads && of !== null && asked === DEPARTMENTS && section?.code !== asked;
  const hasDepartments = sheet.sections.some(({ work }) => work.department !== null);
  const departments = useDepartments(study, isDepartments || hasDepartments ? of : null);
  const isReview = !isDepartments && (asked === REVIEW || section === undefined);
  const place = isReview || isDepartments ? null : (section?.code ?? null);
  useEffect(() => {
    session.enter(place);
    return () => session.enter(null);
  }, [session, place]);
  const { status } = sheet.response;
  const isReadOnly =
    sheet.window.status !== 'OPEN' || !(status === 'NOT_STARTED' || status === 'DRAFT' || status === 'RETURNED');
  return (
    <Page
      wide
      title={[t('sheetTitle', { round: sheet.round.code }), municipality].filter(Boolean).join(': ')}
      intro={title}
    >
      <p className="kern-body">
        {t(`status.${status}`)} · {t(`window.${sheet.window.status}`)}
        {sheet.window.closesAt && ` · ${t('until', { at: instantText(sheet.window.closesAt, locale) })}`}
      </p>
      {isStaff && !isReadOnly && <p className="kern-hint">{t('staffNote')}</p>}
      <Lines session={session} sheet={sheet} own={viewer.name} />
      {hasQueries && <Queries session={session} owner={ownerOf(viewer)} isStaff={isStaff} isReadOnly={isReadOnly} />}
      <div className="respond-sheet">
        <Sections
          session={session}
          sheet={sheet}
          current={isDepartments ? DEPARTMENTS : isReview ? REVIEW : (section?.code ?? REVIEW)}
          leads={leads && of !== null}
          departmentName={departments.nameOf}
        />
        <div className="respond-content">
          {isDepartments ? (
            <DepartmentsPanel
              session={session}
              sheet={sheet}
              departments={departments}
              study={study}
              municipality={of}
              owner={ownerOf(viewer)}
              isReadOnly={isReadOnly}
              isAdmin={viewer.roles.includes('ADMIN')}
            />
          ) : isReview || section === undefined ? (
            <ReviewPanel session={session} sheet={sheet} viewer={viewer} isReadOnly={isReadOnly} />
          ) : (
            <SectionView
              session={session}
              sheet={sheet}
              section={section}
              departmentName={departments.nameOf}
              isReadOnly={isReadOnly || isOthersSection(section, viewer)}
            />
          )}
          {isStaff && <StaffPanel session={session} sheet={sheet} />}
        </div>
      </div>
    </Page>
  );
}

/** Whether a section was given to another department than one's own: then it is read here, not written. */
const isOthersSection = ({ work }: SheetSectionData, { department, signatory }: Viewer): boolean =>
  work.department !== null && Boolean(department) && work.department !== department && !signatory;
