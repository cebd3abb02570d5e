import type { SheetData, SheetSession } from '@reflexbogen/client/sheet';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePart } from './use-sheet.js';

/** `?section=` says which part of the sheet is open; this one is the last: look over it and hand it in. */
export const REVIEW = 'review';

/** How far the sheet is, and the ways to its parts. */
export function Sections({ session, sheet, current }: { session: SheetSession; sheet: SheetData; current: string }) {
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
          {work.department && <span className="kern-hint"> {work.department}</span>}
        </li>
      ))}
      <li>
        <Link className="kern-link" to={`?section=${REVIEW}`} aria-current={current === REVIEW ? 'page' : undefined}>
          {t('review')}
        </Link>
      </li>
    </ol>
  );
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

/** From here on the sections stand beside the questions (respond.css). Where they do not, they would push them out of sight. */
const wide = matchMedia('(min-width: 62rem)');

const useIsWide = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      wide.addEventListener('change', listener);
      return () => wide.removeEventListener('change', listener);
    },
    () => wide.matches,
  );
