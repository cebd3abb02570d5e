import { DesignTemplateDocument, UnreachableError } from '@reflexbogen/client';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useParams } from 'react-router';
import { useOperation } from '../service/use-operation.js';
import { NotFoundPage } from '../shell/error-page.js';
import { DesignError } from './design-error.js';
import { useLanguage } from '../text/use-language.js';
import { Loading } from '../ui/loading.js';
import { useAnnouncement } from '../ui/use-announcement.js';
import { editorAddress } from './document/places.js';
import { localesOf } from './document/texts.js';
import { DraftBar } from './draft/draft-bar.js';
import { draftService } from './draft/draft-service.js';
import { useDraftKeys } from './draft/use-draft-keys.js';
import type { DraftSession } from './draft/draft-session.js';
import { useDraft, useDraftSession } from './draft/use-draft.js';
import type { DesignTemplate, SetContext } from './set-context.js';

const PAGES = ['', 'preview', 'translations', 'changes', 'publish', 'history'] as const;

/** One question set: its pages share one draft, so that nothing is lost between them. */
export function SetWorkspace() {
  const { id = '' } = useParams();
  const { session, error } = useDraftSession(id, draftService);
  if (error !== null) return <NotOpened error={error} />;
  if (session === undefined) return <Loading />;
  return session === null ? <NotFoundPage /> : <OpenSet session={session} />;
}

/** A set that does not come, e.g. for want of a line: what was typed in it is in this browser, and there is a way back. */
function NotOpened({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('design');
  return (
    <div className="page stack">
      <DesignError error={error} />
      {error instanceof UnreachableError && <p className="kern-body">{t('unreachableText')}</p>}
      <Link className="kern-link" to="/design">
        {t('back')}
      </Link>
    </div>
  );
}

function OpenSet({ session }: { readonly session: DraftSession }) {
  const locale = useLanguage();
  const { set } = useDraft(session);
  const { data, error } = useOperation(DesignTemplateDocument, { slug: set.template, locale });
  if (error) return <NotOpened error={error} />;
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
  useDraftKeys(session);
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
      {set.status === 'DRAFT' && <DraftBar session={session} addressOf={(place) => editorAddress(set.id, place)} />}
      <p className="kern-sr-only" role="status">
        {said}
      </p>
      <Outlet context={context} />
    </div>
  );
}
