import './respond.css';
import { Route, Routes, useMatch } from 'react-router';
import { SignedIn } from '../session/signed-in.js';
import { NotFoundPage } from '../shell/error-page.js';
import { addTexts } from '../text/texts.js';
import { respondTexts } from './respond-texts.js';
import { RoundsPage } from './rounds-page.js';
import { SheetPage } from './sheet-page.js';

addTexts('respond', respondTexts);

/** Sheets: the municipality's own, or those of the round that somebody runs. */
export function Respond() {
  const isSheet = useMatch('/respond/:study/:round/*') !== null;
  return (
    <SignedIn workspace="respond" keepsPage={isSheet}>
      {(viewer) => (
        <Routes>
          <Route index element={<RoundsPage viewer={viewer} />} />
          <Route path=":study/:round" element={<SheetPage viewer={viewer} />} />
          <Route path=":study/:round/:municipality" element={<SheetPage viewer={viewer} />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      )}
    </SignedIn>
  );
}
