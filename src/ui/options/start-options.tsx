import '@preact/signals';
import { render } from 'preact';
import { t } from '../page/extension.ts';
import '../theme.css';
import { OptionsContext } from '../page/settings-context.ts';
import { startSettings } from '../page/start-settings.ts';
import { OptionsPage } from './OptionsPage.tsx';

/** Shows the options page. */
export function startOptions(): void {
  const state = startSettings();
  document.title = t('options_title');
  const app = document.getElementById('app');
  if (!app) return;
  render(
    <OptionsContext.Provider value={state}>
      <OptionsPage />
    </OptionsContext.Provider>,
    app,
  );
}
