import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../../../messages/index.ts';
import type { Style } from '../../../settings/index.ts';
import { useOptions } from '../../page/settings-context.ts';

export interface StylesState {
  /** Undefined until the styles were read. */
  styles: Signal<readonly Style[] | undefined>;
  problem: Signal<Problem | undefined>;
  read(): Promise<void>;
}

/** The user's styles, read again whenever the background says that something changed. */
export function useStyles(): StylesState {
  const { ask, settings } = useOptions();
  const styles = useSignal<readonly Style[] | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const read = async () => {
    const reply = await ask('readStyles', {});
    if (reply.ok) styles.value = reply.value.styles;
    problem.value = reply.ok ? undefined : reply.problem;
  };
  useEffect(() => void read(), [settings.value]);
  return { styles, problem, read };
}
