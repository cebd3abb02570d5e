import './design.css';
import { Route, Routes } from 'react-router';
import { SignedIn } from '../session/signed-in.js';
import { addTexts } from '../text/texts.js';
import { ChangesPage } from './changes-page.js';
import { designTexts } from './design-texts.js';
import { SetPage } from './set-page.js';
import { SetsPage } from './sets-page.js';

addTexts('design', designTexts);

/** Question sets by year, one of them, and what changed between two. */
export function Design() {
  return (
    <SignedIn workspace="design">
      {() => (
        <Routes>
          <Route index element={<SetsPage />} />
          <Route path="set/:id" element={<SetPage />} />
          <Route path="changes/:from/:to" element={<ChangesPage />} />
        </Routes>
      )}
    </SignedIn>
  );
}
