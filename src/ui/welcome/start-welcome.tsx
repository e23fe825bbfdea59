import { computed } from '@preact/signals';
import { isUnseen } from '../../jobs/index.ts';
import { answerShowing } from '../page/answer-showing.ts';
import { ask, jobsArea } from '../page/extension.ts';
import { OptionsContext } from '../page/settings-context.ts';
import { startPage } from '../page/start-page.tsx';
import { startSettings } from '../page/start-settings.ts';
import { tellSeen } from '../page/tell-seen.ts';
import { createFirstPicture } from './first-picture.ts';
import { WelcomePage } from './WelcomePage.tsx';

/** Shows the page of the first run. No service is asked anything before an account is connected. */
export function startWelcome(): void {
  const picture = createFirstPicture({ area: jobsArea, ask });
  const options = startSettings();
  const unseen = computed(() => picture.job.value !== undefined && isUnseen(picture.job.value));
  answerShowing(
    ({ jobId, status }) => picture.job.value?.id === jobId && picture.job.value.status === status,
  );
  tellSeen(unseen);
  startPage(
    'welcome_title',
    <OptionsContext.Provider value={options}>
      <WelcomePage picture={picture} />
    </OptionsContext.Provider>,
    options.settings,
  );
}
