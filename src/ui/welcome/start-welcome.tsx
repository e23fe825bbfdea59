import '@preact/signals';
import { render } from 'preact';
import { ask, localArea, t } from '../page/extension.ts';
import { startSettings } from '../page/start-settings.ts';
import '../theme.css';
import { OptionsContext } from '../page/settings-context.ts';
import { createFirstPicture } from './first-picture.ts';
import { WelcomePage } from './WelcomePage.tsx';

/** Shows the page of the first run. It asks nobody anything before an account is connected. */
export function startWelcome(): void {
  const state = startSettings();
  const picture = createFirstPicture({ area: localArea, ask });
  document.title = t('welcome_title');
  const app = document.getElementById('app');
  if (!app) return;
  render(
    <OptionsContext.Provider value={state}>
      <WelcomePage picture={picture} />
    </OptionsContext.Provider>,
    app,
  );
}
