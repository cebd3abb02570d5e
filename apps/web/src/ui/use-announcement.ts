import { useCallback, useState } from 'react';

/** What is said to screen readers alone; repeats itself by a blank at the end, which is read out again and not heard. */
export function useAnnouncement(): [string, (text: string) => void] {
  const [said, setSaid] = useState('');
  const announce = useCallback((text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text)), []);
  return [said, announce];
}
