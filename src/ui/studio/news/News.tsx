import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { NEWS_KEY, parseNews } from '../../../messages/news.ts';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { localArea, openOptions, ownVersion, t } from '../../page/extension.ts';
import { focusPrompt } from '../../page/focus.ts';
import './news.css';

/** What an update brought, in one line that is shown once. It lies over the stage and moves nothing. */
export function News() {
  const version = useSignal<string | undefined>(undefined);
  useEffect(() => {
    localArea.get(NEWS_KEY).then(
      (stored) => {
        const news = parseNews(stored[NEWS_KEY]);
        if (stored[NEWS_KEY] === undefined) return;
        void localArea.remove(NEWS_KEY).catch(() => undefined);
        // After a return to an older version, the stored version is not the running one, and nothing is new.
        if (news === ownVersion()) version.value = news;
      },
      () => undefined,
    );
  }, []);
  if (version.value === undefined) return null;
  const close = () => {
    version.value = undefined;
    focusPrompt();
  };
  return (
    <div class="news" role="status">
      <p>{t('news_line', version.value)}</p>
      <Button small variant="quiet" onClick={() => void openOptions('changelog')}>
        {t('news_more')}
      </Button>
      <IconButton icon="close" label={t('common_close')} onClick={close} />
    </div>
  );
}
