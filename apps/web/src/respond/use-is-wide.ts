import { useSyncExternalStore } from 'react';

/** From here on the sections stand beside the questions, and grids are tables (respond.css). */
const wide = matchMedia('(min-width: 62rem)');

export const useIsWide = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      wide.addEventListener('change', listener);
      return () => wide.removeEventListener('change', listener);
    },
    () => wide.matches,
  );
