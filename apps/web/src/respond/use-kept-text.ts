import { useState } from 'react';
import { TEXTS } from '../session/kept-here.js';

/**
 * A text that is sent by a button, as the answer to a query: kept in this browser while it is typed, under the person who types
 * it, so that a closed tab loses nothing. Forgotten once it is empty.
 */
export function useKeptText(owner: string, place: string): readonly [string, (text: string) => void] {
  const key = `${TEXTS}${JSON.stringify([owner, place])}`;
  const [text, setText] = useState(() => read(key));
  return [
    text,
    (next) => {
      setText(next);
      keep(key, next);
    },
  ];
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return ''; // a browser that keeps nothing
  }
}

function keep(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A full or closed store: the text still stands on the page.
  }
}
