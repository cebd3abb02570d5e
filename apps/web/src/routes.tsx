import { createBrowserRouter } from 'react-router';
import { Layout } from './shell/layout.js';
import { Loading } from './ui/loading.js';
import { NotFoundPage, RouteErrorPage } from './shell/error-page.js';

/** Each workspace is a chunk of its own, loaded when somebody goes there. */
export const router = createBrowserRouter([
  {
    element: <Layout />,
    hydrateFallbackElement: <Loading />,
    errorElement: <RouteErrorPage />,
    children: [
      {
        // An error of one page leaves the frame standing.
        errorElement: <RouteErrorPage />,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./start/start-page.js')).StartPage }) },
          {
            path: 'sign-in',
            lazy: async () => ({ Component: (await import('./session/sign-in-page.js')).SignInPage }),
          },
          {
            path: 'account',
            lazy: async () => ({ Component: (await import('./session/account-page.js')).AccountPage }),
          },
          {
            path: 'accessibility',
            lazy: async () => ({ Component: (await import('./shell/accessibility-page.js')).AccessibilityPage }),
          },
          { path: 'design/*', lazy: async () => ({ Component: (await import('./design/design.js')).Design }) },
          { path: 'respond/*', lazy: async () => ({ Component: (await import('./respond/respond.js')).Respond }) },
          { path: 'analyse/*', lazy: async () => ({ Component: (await import('./analyse/analyse.js')).Analyse }) },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
