import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OptionsState } from './settings-state.ts';

export const OptionsContext = createContext<OptionsState | undefined>(undefined);

/** The shared state of the options page and the welcome page. */
export function useOptions(): OptionsState {
  const state = useContext(OptionsContext);
  if (!state) throw new Error('Outside of a page with settings');
  return state;
}
