import { ask, jobsArea } from '../page/extension.ts';
import { OptionsContext } from '../page/settings-context.ts';
import { startPage } from '../page/start-page.tsx';
import { startSettings } from '../page/start-settings.ts';
import { createFirstPicture } from './first-picture.ts';
import { WelcomePage } from './WelcomePage.tsx';

/** Shows the page of the first run. No service is asked anything before an account is connected. */
export function startWelcome(): void {
  const picture = createFirstPicture({ area: jobsArea, ask });
  const options = startSettings();
  startPage(
    'welcome_title',
    <OptionsContext.Provider value={options}>
      <WelcomePage picture={picture} />
    </OptionsContext.Provider>,
    options.settings,
  );
}
