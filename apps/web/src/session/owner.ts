import type { Viewer } from './session.js';

/** The person as the browser knows one: what is typed is kept for this person alone. */
export const ownerOf = ({ name, municipality, studies, roles }: Viewer): string =>
  JSON.stringify([name, municipality ?? null, studies ?? null, roles]);
