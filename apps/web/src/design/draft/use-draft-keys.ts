import { useEffect } from 'react';
import type { DraftSession, StoredDraft } from './draft-session.js';

/** Save, undo and redo as everywhere. */
export function useDraftKeys<S extends StoredDraft>(session: DraftSession<S>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const act =
        key === 's'
          ? () => void session.save()
          : key === 'z' && !event.shiftKey
            ? session.undo
            : key === 'y' || key === 'z'
              ? session.redo
              : null;
      if (act === null || session.getSnapshot().set.status !== 'DRAFT') return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [session]);
}
