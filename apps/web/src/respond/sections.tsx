import type { SheetData, SheetSession } from '@reflexbogen/client/sheet';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIsWide } from './use-is-wide.js';
import { usePart } from './use-sheet.js';

/** `?section=` says which part of the sheet is open; this one is the last: look over it and hand it in. */
export const REVIEW = 'review';
/** And this one is for whoever gives sections to departments. */
export const DEPARTMENTS = 'departments';

/** How far the sheet is, and the ways to its parts. */
export function Sections({
  session,
  sheet,
  current,
  leads,
  departmentName,
}: {
  readonly session: SheetSession;
  readonly sheet: SheetData;
  readonly current: string;
  /** Whether the reader gives sections to departments. */
  readonly leads: boolean;
  readonly departmentName: (code: string) => string;
}) {
  const { t } = useTranslation('respond');
  const isWide = useIsWide();
  const progress = usePart(session, (snapshot) => snapshot.progress);
  const list = (
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
          {work.department && <span className="kern-hint"> {departmentName(work.department)}</span>}
        </li>
      ))}
      <li>
        <Link className="kern-link" to={`?section=${REVIEW}`} aria-current={current === REVIEW ? 'page' : undefined}>
          {t('review')}
        </Link>
      </li>
      {leads && (
        <li>
          <Link
            className="kern-link"
            to={`?section=${DEPARTMENTS}`}
            aria-current={current === DEPARTMENTS ? 'page' : undefined}
          >
            {t('departments')}
          </Link>
        </li>
      )}
    </ol>
  );
  return (
    <nav className="respond-sections" aria-label={t('sections')}>
      <p className="kern-body kern-body--small">
        {t('progress', {
          answered: progress.answered,
          total: progress.total,
          count: progress.required - progress.requiredAnswered,
        })}
      </p>
      <progress max={Math.max(1, progress.total)} value={progress.answered} aria-label={t('sections')} />
      {isWide ? (
        list
      ) : (
        <details className="respond-overview">
          <summary>{t('allSections')}</summary>
          {list}
        </details>
      )}
    </nav>
  );
}
