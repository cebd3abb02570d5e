import { templateTexts } from './template/template-texts.js';
import { templatesTexts } from './templates-texts.js';
import { scalesTexts } from './scales/scales-texts.js';
import { draftTexts } from './draft/draft-texts.js';
import { fieldTexts } from './field-texts.js';
import { editorTexts } from './editor/editor-texts.js';
import { scaleTexts } from './editor/scale-texts.js';
import { sinceTexts } from './editor/since-texts.js';
import { previewTexts } from './preview/preview-texts.js';
import { changesTexts } from './changes/changes-texts.js';
import { publishTexts } from './publish-texts.js';
import { historyTexts } from './history/history-texts.js';
import { roundsTexts } from './rounds/rounds-texts.js';

/** All texts of the workspace, each with the pages that say it. A value that the service may send and that has no words there does not compile. */
export const designTexts = {
  de: {
    ...templateTexts.de,
    ...templatesTexts.de,
    ...scalesTexts.de,
    ...draftTexts.de,
    ...fieldTexts.de,
    ...editorTexts.de,
    ...scaleTexts.de,
    ...sinceTexts.de,
    ...previewTexts.de,
    ...changesTexts.de,
    ...publishTexts.de,
    ...historyTexts.de,
    ...roundsTexts.de,
  },
  en: {
    ...templateTexts.en,
    ...templatesTexts.en,
    ...scalesTexts.en,
    ...draftTexts.en,
    ...fieldTexts.en,
    ...editorTexts.en,
    ...scaleTexts.en,
    ...sinceTexts.en,
    ...previewTexts.en,
    ...changesTexts.en,
    ...publishTexts.en,
    ...historyTexts.en,
    ...roundsTexts.en,
  },
};
