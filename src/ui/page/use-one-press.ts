import { useRef } from 'preact/hooks';

/**
 * Wraps the work of a button so that it is done once at a time: a press while it is being done, as the second
 * of a double click, does nothing. Also for the Enter key in a form.
 */
export function useOnePress<Told extends unknown[]>(
  work: (...told: Told) => Promise<void>,
): (...told: Told) => Promise<void> {
  const busy = useRef(false);
  return async (...told) => {
    if (busy.current) return;
    busy.current = true;
    try {
      await work(...told);
    } finally {
      busy.current = false;
    }
  };
}
