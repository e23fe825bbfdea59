import { changedSettings } from '../../messages/index.ts';
import { ask, onBroadcast } from './extension.ts';
import { createOptionsState, type OptionsState } from './settings-state.ts';

/** The settings as a page shows them: changes are shown as they come, and read again when the page is seen again. */
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
