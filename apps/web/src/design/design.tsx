import './design.css';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { SignedIn } from '../session/signed-in.js';
import { NotFoundPage } from '../shell/error-page.js';
import { addTexts } from '../text/texts.js';
import { Loading } from '../ui/loading.js';
import { designTexts } from './design-texts.js';
import { ownerOf, OwnerProvider } from './draft/owner.js';
import { TemplatesPage } from './templates-page.js';

addTexts('design', designTexts);

// Each page of its own is loaded when somebody goes there; the checks of a draft come with the set.
const RoundsPage = lazy(async () => ({ default: (await import('./rounds/rounds-page.js')).RoundsPage }));
const ScalesPage = lazy(async () => ({ default: (await import('./scales/scales-page.js')).ScalesPage }));
const SharedScalePage = lazy(async () => ({
  default: (await import('./scales/shared-scale-page.js')).SharedScalePage,
}));
const TemplatePage = lazy(async () => ({ default: (await import('./template/template-page.js')).TemplatePage }));
const SetWorkspace = lazy(async () => ({ default: (await import('./set-workspace.js')).SetWorkspace }));
const PreviewPage = lazy(async () => ({ default: (await import('./preview/preview-page.js')).PreviewPage }));
const TranslationsPage = lazy(async () => ({ default: (await import('./translations-page.js')).TranslationsPage }));
const ChangesPage = lazy(async () => ({ default: (await import('./changes/changes-page.js')).ChangesPage }));
const PublishPage = lazy(async () => ({ default: (await import('./publish-page.js')).PublishPage }));
const HistoryPage = lazy(async () => ({ default: (await import('./history/history-page.js')).HistoryPage }));
const EditorPage = lazy(async () => ({ default: (await import('./editor/editor-page.js')).EditorPage }));

/** Templates and years, drafts, what changed, publishing, rounds. */
export function Design() {
  return (
    <SignedIn workspace="design">
      {(viewer) => (
        <OwnerProvider value={ownerOf(viewer)}>
          <Suspense fallback={<Loading />}>
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
          </Suspense>
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
