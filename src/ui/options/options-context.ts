import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OptionsState } from '../page/settings-state.ts';

export const OptionsContext = createContext<OptionsState | undefined>(undefined);

/** The page's shared state; for components inside the options page. */
export function useOptions(): OptionsState {
  const state = useContext(OptionsContext);
  if (!state) throw new Error('Outside of the options page');
  return state;
}
