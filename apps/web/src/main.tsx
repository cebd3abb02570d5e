import '@kern-ux/native/dist/kern.min.css';
import './fonts.css';
import './app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { router } from './routes.js';
import { queryClient } from './service/query-client.js';
import { startTexts } from './text/texts.js';
import { startTheme } from './shell/theme.js';

startTheme();
await startTexts();
const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element "app"');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
