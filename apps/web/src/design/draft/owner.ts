import { createContext, useContext } from 'react';
import type { Viewer } from '../../session/session.js';

/** The person as the browser knows one: what is written is kept for this person alone. */
export const ownerOf = ({ name, studies, roles }: Viewer): string => JSON.stringify([name, studies ?? null, roles]);

const Owner = createContext<string | null>(null);
export const OwnerProvider = Owner.Provider;

/** Whose work it is that a browser keeps. */
export function useOwner(): string {
  const owner = useContext(Owner);
  if (owner === null) throw new Error('Nothing is kept for nobody: a page of the design workspace stands outside it.');
  return owner;
}
