import { useEffect, useState } from 'preact/hooks';
import { SETTLES_MS } from './press-guard.ts';

/** False until the component has been mounted long enough for a press to be meant. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLES_MS);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
