import '@preact/signals';
import { render } from 'preact';
import { ask, onBroadcast, t } from '../page/extension.ts';
import '../theme.css';
import { createOptionsState } from '../page/settings-state.ts';
import { OptionsPage } from './OptionsPage.tsx';
import { OptionsContext } from './options-context.ts';

/** Shows the options page and keeps it true: settings are read again when they changed and when the page is seen again. */
export function startOptions(): void {
  const state = createOptionsState(ask);
  document.title = t('options_title');
  document.documentElement.lang = t('common_language');
  onBroadcast((message) => {
    if (isSettingsChanged(message)) void state.reload();
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

function isSettingsChanged(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'name' in message && message.name === 'settingsChanged'
  );
}
