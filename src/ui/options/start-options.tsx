import { OptionsContext } from '../page/settings-context.ts';
import { startPage } from '../page/start-page.tsx';
import { startSettings } from '../page/start-settings.ts';
import { OptionsPage } from './OptionsPage.tsx';

/** Shows the options page. */
export function startOptions(): void {
  const options = startSettings();
  startPage(
    'options_title',
    <OptionsContext.Provider value={options}>
      <OptionsPage />
    </OptionsContext.Provider>,
    options.settings,
  );
}
