import './analyse.css';
import { Route, Routes } from 'react-router';
import { SignedIn } from '../session/signed-in.js';
import { NotFoundPage } from '../shell/error-page.js';
import { addTexts } from '../text/texts.js';
import { analyseTexts } from './analyse-texts.js';
import { AllRoundsPage } from './all-rounds-page.js';
import { ComparisonPage } from './comparison-page.js';
import { ReportPage } from './report-page.js';
import { StudiesPage } from './studies-page.js';

addTexts('analyse', analyseTexts);

/** Figures: which studies there are, what changed between two rounds, all rounds at once, one question in depth, a report of several. */
export function Analyse() {
  return (
    <SignedIn workspace="analyse">
      {(viewer) => (
        <Routes>
          <Route index element={<StudiesPage />} />
          <Route path=":study" element={<ComparisonPage viewer={viewer} />} />
          <Route path=":study/all" element={<AllRoundsPage viewer={viewer} />} />
          <Route path=":study/report" element={<ReportPage viewer={viewer} />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      )}
    </SignedIn>
  );
}
