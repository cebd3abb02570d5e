import { indexedDbShelf, indexedDbStore } from '@reflexbogen/client/sheet';
import { forgetViewer, SHELF } from './kept-viewer.js';
import { ownerOf } from './owner.js';
import type { Viewer } from './session.js';

/** Texts that are sent by a button, while they are typed: `respond/use-kept-text.ts`. */
export const TEXTS = 'reflexbogen.text.';

export const answerStore = indexedDbStore();
export const sheetShelf = indexedDbShelf(SHELF);

/** How many answers and texts of somebody wait in this browser. */
export async function waitingHere(viewer: Viewer): Promise<number> {
  return (await answerStore.waiting(ownerOf(viewer))) + textsOf(viewer).length;
}

/**
 * Removes what this browser keeps of somebody's sheets.
 * @param what SENT: all but what waits to be sent; ALL: that as well, which is lost then
 */
export async function forgetHere(viewer: Viewer, what: 'SENT' | 'ALL'): Promise<void> {
  if (what === 'ALL') for (const key of textsOf(viewer)) localStorage.removeItem(key);
  await answerStore.forget(ownerOf(viewer), what);
  await forgetViewer();
}

/** Keys are made by `useKeptText`: the owner is the first of two. */
const textsOf = (viewer: Viewer): readonly string[] =>
  Object.keys(localStorage).filter((key) =>
    key.startsWith(`${TEXTS}${JSON.stringify([ownerOf(viewer)]).slice(0, -1)},`),
  );
