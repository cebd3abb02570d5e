import type { Viewer } from './session.js';

const KEPT = 'reflexbogen.viewer';
/** Database of the sheets that open without a line. */
export const SHELF = 'reflexbogen-sheets';

/** Who filled in a sheet here last and has not signed out: without a line, sheets are opened as this person. Null: nobody. */
export function keptViewer(): Viewer | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
    return isViewer(kept) ? kept : null;
  } catch {
    return null; // a browser that keeps nothing, or a text that somebody has changed
  }
}

export function keepViewer(viewer: Viewer): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(viewer));
  } catch {
    // A full or closed store: then sheets open with a line only.
  }
}

/** Nobody is signed in any more: no name and no sheet stays behind. What waits to be sent does, under its author. */
export async function forgetViewer(): Promise<void> {
  localStorage.removeItem(KEPT);
  await new Promise<void>((resolve, reject) => {
    const removing = indexedDB.deleteDatabase(SHELF);
    removing.onsuccess = () => resolve();
    removing.onerror = () => reject(removing.error ?? new Error('The browser has not forgotten the sheets.'));
  });
}

const isViewer = (kept: unknown): kept is Viewer =>
  typeof kept === 'object' && kept !== null && 'name' in kept && 'roles' in kept && Array.isArray(kept.roles);
