import { useEffect, useRef } from 'preact/hooks';
import { usableProviders } from '../../settings/usable-providers.ts';
import { AccountList } from '../account/AccountList.tsx';
import { Button } from '../components/index.ts';
import { Mark } from '../components/Mark.tsx';
import { Announcer } from '../page/Announcer.tsx';
import { t } from '../page/extension.ts';
import { useOptions } from '../page/settings-context.ts';
import { FirstPrompt } from './FirstPrompt.tsx';
import type { FirstPicture } from './first-picture.ts';
import { Scene } from './Scene.tsx';
import { Told } from './Told.tsx';
import './welcome.css';

/**
 * The page of the first run: what Understudy does, who gets the prompt and who charges, and the accounts. Nothing is sent
 * before the user connects one.
 */
export function WelcomePage({ picture }: { picture: FirstPicture }) {
  const { settings } = useOptions();
  const view = settings.value;
  const connected = view !== undefined && usableProviders(view, view.tokens).length > 0;
  const isMade = picture.job.value?.status === 'succeeded';
  return (
    <main class="welcome">
      <div class="story">
        <h1 class="welcome-brand">
          <Mark />
          {t('extension_name')}
        </h1>
        {isMade ? (
          <Made onMore={picture.leave} />
        ) : (
          <>
            <header>
              <h2>{t('welcome_lead')}</h2>
              <p class="quiet">{t('welcome_how')}</p>
            </header>
            <Told />
            <div class="accounts">
              <AccountList folded quiet />
              {!connected && <p class="quiet small">{t('welcome_one_is_enough')}</p>}
            </div>
            {connected && <FirstPrompt picture={picture} />}
          </>
        )}
      </div>
      <Scene picture={picture} />
      <Announcer />
    </main>
  );
}

function Made({ onMore }: { onMore: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <header>
        <h2 ref={title} tabIndex={-1}>
          {t('welcome_made')}
        </h2>
        <p class="quiet">{t('welcome_made_text')}</p>
      </header>
      <div class="welcome-actions">
        <Button variant="primary" onClick={onMore}>
          {t('welcome_more')}
        </Button>
      </div>
      <p class="quiet small">{t('welcome_tip')}</p>
    </>
  );
}
