import { useState } from 'preact/hooks';
import type { Problem } from '../../messages/index.ts';
import { t } from './extension.ts';
import { problemText } from './problem-text.ts';
import { useOptions } from './settings-context.ts';

/** The state of saving one setting: saving, saved (announced), or the error. */
export function useSave() {
  const { announce } = useOptions();
  const [error, setError] = useState<string>();
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle');

  /** True when it was saved. `said` is announced then. */
  const save = async (run: () => Promise<Problem | undefined>, said = t('options_saved')) => {
    setState('saving');
    setError(undefined);
    const problem = await run();
    setState(problem ? 'idle' : 'saved');
    setError(problem && problemText(problem));
    if (!problem) announce(said);
    return !problem;
  };

  /** Sets the error, or removes it when the user types on. */
  const show = (message?: string) => {
    setState('idle');
    setError(message);
  };

  return { error, state, save, show };
}
