import { useEffect, useState } from 'preact/hooks';
import { SETTLES_MS } from './press-guard.ts';

/** False until what it is called for has been there long enough to be meant. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLES_MS);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
