import './design.css';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { SignedIn } from '../session/signed-in.js';
import { NotFoundPage } from '../shell/error-page.js';
import { loadedLater } from '../shell/loaded-later.js';
import { addTexts } from '../text/texts.js';
import { designTexts } from './design-texts.js';
import { ownerOf, OwnerProvider } from './draft/owner.js';
import { TemplatesPage } from './templates-page.js';

addTexts('design', designTexts);

// Each page of its own is loaded when somebody goes there; the checks of a draft come with the set.
const PART = { isPart: true };
const RoundsPage = loadedLater(async () => (await import('./rounds/rounds-page.js')).RoundsPage);
const ScalesPage = loadedLater(async () => (await import('./scales/scales-page.js')).ScalesPage);
const SharedScalePage = loadedLater(async () => (await import('./scales/shared-scale-page.js')).SharedScalePage);
const TemplatePage = loadedLater(async () => (await import('./template/template-page.js')).TemplatePage);
const SetWorkspace = loadedLater(async () => (await import('./set-workspace.js')).SetWorkspace);
const PreviewPage = loadedLater(async () => (await import('./preview/preview-page.js')).PreviewPage, PART);
const TranslationsPage = loadedLater(async () => (await import('./translations-page.js')).TranslationsPage, PART);
const ChangesPage = loadedLater(async () => (await import('./changes/changes-page.js')).ChangesPage, PART);
const PublishPage = loadedLater(async () => (await import('./publish-page.js')).PublishPage, PART);
const HistoryPage = loadedLater(async () => (await import('./history/history-page.js')).HistoryPage, PART);
const EditorPage = loadedLater(async () => (await import('./editor/editor-page.js')).EditorPage, PART);

/** Templates and years, drafts, what changed, publishing, rounds. */
export function Design() {
  return (
    <SignedIn workspace="design">
      {(viewer) => (
        <OwnerProvider value={ownerOf(viewer)}>
          <Routes>
            <Route index element={<TemplatesPage />} />
            <Route path="scales" element={<ScalesPage />} />
            <Route path="scales/new" element={<SharedScalePage />} />
            <Route path="scales/edit/:code" element={<SharedScalePage />} />
            <Route path="template/:slug" element={<TemplatePage />} />
            <Route path="rounds/:study" element={<RoundsPage />} />
            <Route path="set/:id" element={<SetWorkspace />}>
              <Route index element={<EditorPage />} />
              <Route path="preview" element={<PreviewPage />} />
              <Route path="translations" element={<TranslationsPage />} />
              <Route path="changes" element={<ChangesPage />} />
              <Route path="publish" element={<PublishPage />} />
              <Route path="history" element={<HistoryPage />} />
            </Route>
            <Route path="changes/:from/:to" element={<EarlierAddress />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </OwnerProvider>
      )}
    </SignedIn>
  );
}

/** Where what changed stood before: addresses that were sent to somebody go on to lead there. */
function EarlierAddress() {
  const { from = '', to = '' } = useParams();
  return <Navigate to={`/design/set/${encodeURIComponent(to)}/changes?from=${encodeURIComponent(from)}`} replace />;
}
