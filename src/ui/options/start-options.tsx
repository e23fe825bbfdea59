import '@preact/signals';
import { render } from 'preact';
import { changedSettings } from '../../messages/index.ts';
import { ask, onBroadcast, t } from '../page/extension.ts';
import '../theme.css';
import { OptionsContext } from '../page/settings-context.ts';
import { createOptionsState } from '../page/settings-state.ts';
import { OptionsPage } from './OptionsPage.tsx';

/** Shows the options page and keeps it true: changes are shown as they come, and settings read again when the page is seen again. */
export function startOptions(): void {
  const state = createOptionsState(ask);
  document.title = t('options_title');
  document.documentElement.lang = t('common_language');
  onBroadcast((message) => {
    const view = changedSettings(message);
    if (view) state.show(view);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void state.reload();
  });
  void state.reload();
  const app = document.getElementById('app');
  if (!app) return;
  render(
    <OptionsContext.Provider value={state}>
      <OptionsPage />
    </OptionsContext.Provider>,
    app,
  );
}
