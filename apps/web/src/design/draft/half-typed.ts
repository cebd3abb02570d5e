import { createContext, useContext } from 'react';
import { fieldId } from '../document/places.js';
import type { Typed } from './kept-draft.js';

/** Where a form keeps what stands in a field and is not taken over yet, so that it outlives the tab. */
export interface HalfTyped {
  /** Of the thing that is edited: its fields alone are not unique. */
  readonly of: string;
  readonly typed: ReadonlyMap<string, Typed>;
  readonly type: (field: string, typed: Typed | null) => void;
}

const Context = createContext<HalfTyped | null>(null);
export const HalfTypedProvider = Context.Provider;

/**
 * What stands in a field that is taken over when it is left.
 * @param value of the field
 * @returns what is typed into it, null where nothing is; and how to say so, with the value that the field has then
 */
export function useHalfTyped(
  field: readonly (string | number)[],
  value: string,
): readonly [string | null, (text: string | null, of?: string) => void] {
  const context = useContext(Context);
  if (context === null) throw new Error('A code is typed where nothing keeps it.');
  const key = `${context.of} ${fieldId(field)}`;
  const typed = context.typed.get(key);
  return [
    typed !== undefined && typed.of === value ? typed.text : null,
    (text, of = value) => context.type(key, text === null || text === of ? null : { text, of }),
  ];
}
