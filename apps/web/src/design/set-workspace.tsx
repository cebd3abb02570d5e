import { DesignTemplateDocument } from '@reflexbogen/client';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useParams } from 'react-router';
import { useOperation } from '../service/use-operation.js';
import type { Viewer } from '../session/session.js';
import { NotFoundPage, OperationError } from '../shell/error-page.js';
import { useLanguage } from '../text/use-language.js';
import { Loading } from '../ui/loading.js';
import { localesOf } from './document/texts.js';
import { DraftBar } from './draft/draft-bar.js';
import type { DraftSession } from './draft/draft-session.js';
import { useDraft, useDraftSession } from './draft/use-draft.js';
import type { DesignTemplate, SetContext } from './set-context.js';

const PAGES = ['', 'preview', 'translations', 'changes', 'publish', 'history'] as const;

/** One question set: its pages share one draft, so that nothing is lost between them. */
export function SetWorkspace({ viewer }: { readonly viewer: Viewer }) {
  const { id = '' } = useParams();
  const { session, error } = useDraftSession(id, viewer);
  if (error !== null)
    return (
      <div className="page">
        <OperationError error={error} />
      </div>
    );
  if (session === undefined) return <Loading />;
  return session === null ? <NotFoundPage /> : <OpenSet session={session} />;
}

function OpenSet({ session }: { readonly session: DraftSession }) {
  const locale = useLanguage();
  const { set } = useDraft(session);
  const { data, error } = useOperation(DesignTemplateDocument, { slug: set.template, locale });
  if (error)
    return (
      <div className="page">
        <OperationError error={error} />
      </div>
    );
  if (data === undefined) return <Loading />;
  return data.template ? <SetFrame session={session} template={data.template} /> : <NotFoundPage />;
}

function SetFrame({ session, template }: { readonly session: DraftSession; readonly template: DesignTemplate }) {
  const { t } = useTranslation('design');
  const language = useLanguage();
  const { set, document: draft } = useDraft(session);
  const [said, announce] = useAnnouncement();
  const locales = localesOf(draft, template.locales);
  const [chosen, chooseLocale] = useState<string | null>(null);
  const locale = chosen ?? (locales.includes(language) ? language : (locales[0] ?? language));
  const title = `${template.title} ${t('edition', { year: set.year, revision: set.revision })}`;
  useEffect(() => {
    document.title = `${title} · Reflexbogen`;
  }, [title]);
  useKeys(session);
  const context: SetContext = { session, template, announce, locales, locale, chooseLocale };
  return (
    <div className="page page--wide design-set">
      <Link className="kern-link" to="/design">
        {t('back')}
      </Link>
      <h1 className="kern-heading-large">
        {title}{' '}
        <span className={`kern-badge kern-badge--small kern-badge--${set.status === 'DRAFT' ? 'info' : 'success'}`}>
          <span className="kern-label kern-label--small">{t(`status.${set.status}`)}</span>
        </span>
      </h1>
      <nav aria-label={t('pages')} className="design-pages">
        <ul className="shell-nav">
          {PAGES.map((page) => (
            <li key={page}>
              <NavLink to={page} end className="shell-link">
                {t(`page.${page === '' ? 'edit' : page}`)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {set.status === 'DRAFT' && <DraftBar session={session} />}
      <p className="kern-sr-only" role="status">
        {said}
      </p>
      <Suspense fallback={<Loading />}>
        <Outlet context={context} />
      </Suspense>
    </div>
  );
}

/** Repeats itself by a blank at the end, which is read out again and not heard. */
function useAnnouncement(): [string, (text: string) => void] {
  const [said, setSaid] = useState('');
  const announce = useCallback((text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text)), []);
  return [said, announce];
}

/** Save, undo and redo as everywhere. */
function useKeys(session: DraftSession): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const act =
        key === 's'
          ? () => void session.save()
          : key === 'z' && !event.shiftKey
            ? session.undo
            : key === 'y' || key === 'z'
              ? session.redo
              : null;
      if (act === null || session.getSnapshot().set.status !== 'DRAFT') return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [session]);
}
