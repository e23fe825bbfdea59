import { changedSettings } from '../../messages/index.ts';
import { ask, onBroadcast } from './extension.ts';
import { createOptionsState, type OptionsState } from './settings-state.ts';

/** Keeps a page's settings up to date: shows changes that the background reports, and reads them again when the page becomes visible. */
export function startSettings(): OptionsState {
  const state = createOptionsState(ask);
  onBroadcast((message) => {
    const view = changedSettings(message);
    if (view) state.show(view);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void state.reload();
  });
  void state.reload();
  return state;
}
