import { useState } from 'preact/hooks';
import type { Problem } from '../../messages/index.ts';
import { t } from './extension.ts';
import { problemText } from './problem-text.ts';
import { useOptions } from './settings-context.ts';

/** The life of one setting that is saved: being saved, saved (said aloud), or why not. */
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

  /** Puts a message there, or takes all of them away once somebody types on. */
  const show = (message?: string) => {
    setState('idle');
    setError(message);
  };

  return { error, state, save, show };
}
