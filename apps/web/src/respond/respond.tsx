import './respond.css';
import { useEffect, type ReactNode } from 'react';
import { Route, Routes, useMatch } from 'react-router';
import { startWorker } from '../offline/start-worker.js';
import { keepViewer } from '../session/kept-viewer.js';
import type { Viewer } from '../session/session.js';
import { SignedIn } from '../session/signed-in.js';
import { NotFoundPage } from '../shell/error-page.js';
import { loadedLater } from '../shell/loaded-later.js';
import { addTexts } from '../text/texts.js';
import { respondTexts } from './respond-texts.js';
import { SheetPage } from './sheet-page.js';

addTexts('respond', respondTexts);

// A sheet is what most come for, by a link in a mail: it is there at once.
const RoundsPage = loadedLater(async () => (await import('./rounds-page.js')).RoundsPage);

/** Sheets: the municipality's own, or those of the round that somebody runs. */
export function Respond() {
  const isSheet = useMatch('/respond/:study/:round/*') !== null;
  return (
    <SignedIn workspace="respond" keepsPage={isSheet}>
      {(viewer) => (
        <Offline viewer={viewer}>
          <Routes>
            <Route index element={<RoundsPage viewer={viewer} />} />
            <Route path=":study/:round" element={<SheetPage viewer={viewer} />} />
            <Route path=":study/:round/:municipality" element={<SheetPage viewer={viewer} />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Offline>
      )}
    </SignedIn>
  );
}

/** Whoever fills in sheets can do so without a line, also where the tab was closed. */
function Offline({ viewer, children }: { readonly viewer: Viewer; readonly children: ReactNode }) {
  useEffect(startWorker, []);
  useEffect(() => keepViewer(viewer), [viewer]);
  return children;
}
