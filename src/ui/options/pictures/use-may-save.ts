import { useEffect, useState } from 'preact/hooks';
import { maySaveFiles, requestSaving } from '../../page/extension.ts';

/** Whether the browser lets files be saved by themselves and into folders; undefined until it says. It is asked again when the page is seen again. */
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
