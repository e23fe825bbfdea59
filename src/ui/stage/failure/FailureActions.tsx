import { Fragment } from 'preact';
import type { Job } from '../../../jobs/index.ts';
import { Button } from '../../components/Button.tsx';
import { openOptions, openPage, t } from '../../page/extension.ts';
import { focusPrompt } from '../../page/focus.ts';
import { providerName } from '../../words/provider-name.ts';
import { usePopup } from '../context.ts';
import { PayButton } from '../PayButton.tsx';
import { FetchPictureButton } from './FetchPictureButton.tsx';
import type { HelpAction } from './help-action.ts';
import { KeepPictureButton } from './KeepPictureButton.tsx';
import { RetryButton } from './RetryButton.tsx';
import { RetryOnlineButton } from './RetryOnlineButton.tsx';
import { SaveHeldButton } from './SaveHeldButton.tsx';

interface FailureActionsProps {
  job: Job;
  actions: HelpAction[];
  onFindModel: () => void;
}

/** The buttons of a failure. The first is the main one. */
export function FailureActions({ job, actions, onFindModel }: FailureActionsProps) {
  const { again, keeper, letWait, lookAgain, askInstead } = usePopup();
  const retry = () => void again(job);

  function change() {
    // A prompt that is being typed is not replaced.
    if (keeper.draft.value.prompt.trim() === '') keeper.change({ prompt: job.request.prompt });
    focusPrompt();
  }

  return (
    <>
      {actions.map((action, place) => (
        <Fragment key={JSON.stringify(action)}>{draw(action, place === 0 ? 'primary' : 'quiet')}</Fragment>
      ))}
    </>
  );

  function draw(action: HelpAction, variant: 'primary' | 'quiet') {
    switch (action.kind) {
      case 'change':
        return (
          <Button variant={variant} icon="pencil" onClick={change}>
            {t('error_change')}
          </Button>
        );
      case 'retry':
        return (
          <RetryButton variant={variant} failed={action.at === undefined ? undefined : job} onRetry={retry} />
        );
      case 'retry-online':
        return <RetryOnlineButton variant={variant} onRetry={retry} />;
      case 'let-wait':
        return (
          <PayButton variant={variant} icon="clock" onClick={() => void letWait(job.id)}>
            {t('error_let_wait')}
          </PayButton>
        );
      case 'look-again':
        return (
          <Button variant={variant} icon="again" onClick={() => void lookAgain(job.id)}>
            {t('error_look_again')}
          </Button>
        );
      case 'ask-instead':
        return (
          <PayButton variant={variant} onClick={() => void askInstead(job.id, action.provider)}>
            {t('error_ask_instead', providerName(action.provider))}
          </PayButton>
        );
      case 'fetch-picture':
        return <FetchPictureButton variant={variant} jobId={job.id} url={action.url} />;
      case 'keep-picture':
        return <KeepPictureButton variant={variant} jobId={job.id} />;
      case 'save-picture':
        return <SaveHeldButton variant={variant} job={job} />;
      case 'find-model':
        return (
          <Button variant={variant} icon="search" onClick={onFindModel}>
            {t('popup_find_model')}
          </Button>
        );
      case 'options':
        return (
          <Button variant={variant} onClick={() => void openOptions(action.section)}>
            {t(action.section ? `error_options_${action.section}` : 'common_open_options')}
          </Button>
        );
      case 'link':
        return (
          <Button variant={variant} icon="external" onClick={() => openPage(action.url)}>
            {t(action.label)}
            <span class="visually-hidden"> ({t('common_opens_new_tab')})</span>
          </Button>
        );
    }
  }
}
