import { DesignScalesDocument, SaveLibraryScaleDocument } from '@reflexbogen/client';
import { checkSharedScale, mergeDocuments, type QuestionSetDocument, type Scale } from '@reflexbogen/client/design';
import i18next from 'i18next';
import { client } from '../../service/client.js';
import { scaleInput } from '../document/document-input.js';
import { newScale } from '../document/new-things.js';
import type { DraftService, SaveOutcome, StoredDraft } from '../draft/draft-session.js';
import { scaleOfLibrary } from './library-scale.js';

/** Id of the scale that is not in the library yet: no code is empty. */
export const NEW_SCALE = '';

/** A scale alone, as the document that the editor's drafts are. */
const documentOf = (scales: readonly Scale[]): QuestionSetDocument => ({
  year: 1900,
  revision: 1,
  scales,
  sections: [],
});

const t = i18next.getFixedT(null, 'design');

async function load(code: string): Promise<StoredDraft | null> {
  const { sharedScales } = await client.request(DesignScalesDocument, {});
  if (code === NEW_SCALE) {
    const known = documentOf(sharedScales.map(({ scale }) => scaleOfLibrary(scale)));
    const labels = [t('newLevelLow'), t('newLevelHigh')].map((label) => ({ [i18next.language]: label }));
    return { id: NEW_SCALE, status: 'DRAFT', version: 0, document: documentOf([newScale(known, labels)]) };
  }
  const found = sharedScales.find(({ scale }) => scale.code === code);
  return found === undefined
    ? null
    : { id: code, status: 'DRAFT', version: found.revision, document: documentOf([scaleOfLibrary(found.scale)]) };
}

async function save(
  { version, document: base }: StoredDraft,
  document: QuestionSetDocument,
): Promise<SaveOutcome<StoredDraft>> {
  const [scale] = document.scales;
  if (scale === undefined) throw new Error('There is no scale to save.');
  const { errors } = (
    await client.request(SaveLibraryScaleDocument, { input: { revision: version, scale: scaleInput(scale) } })
  ).saveSharedScale;
  const isStale = errors.some(({ code }) => code === 'STALE_REVISION');
  if (isStale && version === 0)
    return {
      kind: 'REFUSED',
      errors: [{ code: 'SCALE_TAKEN', message: `The library has a scale ${scale.code} already.` }],
    };
  if (errors.length > 0 && !isStale) return { kind: 'REFUSED', errors };
  const stored = await load(scale.code);
  if (stored === null) throw new Error(`The library has no scale ${scale.code}.`);
  if (!isStale) return { kind: 'SAVED', set: stored, merged: [] };
  const outcome = mergeDocuments(base, document, stored.document);
  if (!outcome.ok) return { kind: 'CONFLICT', theirs: stored };
  const again = await save(stored, outcome.value.document);
  return again.kind === 'SAVED' ? { ...again, merged: [...outcome.value.merged, ...again.merged] } : again;
}

/** Scales of the library, which the service does not merge: what two designers have changed is merged here, by the same rules. */
export const scaleService: DraftService<StoredDraft> = {
  load,
  save,
  checks: () =>
    Promise.resolve(({ scales }, stored) =>
      scales
        .flatMap((scale) => checkSharedScale(scale, stored.version === 0 ? [] : stored.document.scales))
        .map((fault) => ({ ...fault, path: ['scales', 0, ...fault.path] })),
    ),
};
