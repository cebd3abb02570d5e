import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { forgetViewer } from '../session/kept-viewer.js';
import { useViewer, workspacesOf } from '../session/session.js';
import { LanguageSwitch } from './language-switch.js';
import { ThemeSwitch } from './theme-switch.js';

/** The frame of every page: skip link, header with the workspaces, content, footer. */
export function Layout() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const main = useMovedFocus();
  // Signed out elsewhere, or the session has ended: on a computer that others use nothing is to stay.
  useEffect(() => {
    if (viewer === null) void forgetViewer();
  }, [viewer]);
  return (
    <>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <header className="shell-header">
        <div className="shell-bar">
          <NavLink to="/" className="shell-brand" end>
            <img src="/icon.svg" alt="" width="28" height="28" />
            {t('title')}
          </NavLink>
          <nav aria-label={t('navigation')}>
            <ul className="shell-nav">
              {workspacesOf(viewer).map((workspace) => (
                <li key={workspace}>
                  <NavLink to={`/${workspace}`} className="shell-link">
                    {t(workspace)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="shell-tools">
            {viewer === null && (
              <NavLink to="/sign-in" className="shell-link">
                {t('signIn')}
              </NavLink>
            )}
            {viewer && (
              <NavLink to="/account" className="shell-link" aria-label={`${t('account')}: ${viewer.name}`}>
                {viewer.name}
              </NavLink>
            )}
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </div>
      </header>
      <main id="content" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="shell-footer">
        <div className="shell-bar">
          <p className="kern-body kern-body--small">{t('source')}</p>
          <ul className="shell-nav">
            <li>
              <NavLink to="/accessibility" className="kern-link kern-link--small">
                {t('accessibility')}
              </NavLink>
            </li>
            <li>
              <a href="/docs" className="kern-link kern-link--small">
                {t('reference')}
              </a>
            </li>
          </ul>
        </div>
      </footer>
      <ScrollRestoration />
    </>
  );
}

/** After going to another page, keyboards and screen readers start at its content, not where the old page ended. */
function useMovedFocus() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
