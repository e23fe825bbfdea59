import { useEffect, useState } from 'preact/hooks';
import { maySaveFiles, requestSaving } from '../../page/extension.ts';

/**
 * Whether the extension may save files by itself and into folders; undefined until the browser has answered. The
 * browser is asked again whenever the page is hidden or shown.
 */
export function useMaySave() {
  const [allowed, setAllowed] = useState<boolean>();
  useEffect(() => {
    const look = () => void maySaveFiles().then(setAllowed);
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  /** Asks the user for this permission. Must be the first thing done in a click: browsers refuse it later. */
  const allow = async (): Promise<boolean> => {
    const given = await requestSaving();
    setAllowed(given);
    return given;
  };
  return { allowed, allow };
}
