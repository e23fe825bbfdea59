import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../../page/announcement.ts';
import { t } from '../../page/extension.ts';
import { useWindowValue } from '../../page/use-window-value.ts';
import { PayButton } from '../PayButton.tsx';
import type { Looks } from './looks.ts';

/** The retry button of an offline failure: it waits for the browser to say that it is online again. */
export function RetryOnlineButton({ onRetry, variant }: { onRetry: () => void } & Looks) {
  const online = useWindowValue(() => navigator.onLine, 'online', 'offline');
  const before = useRef(online);
  useEffect(() => {
    if (online && !before.current) announce(t('error_online_again'));
    before.current = online;
  }, [online]);
  return (
    <PayButton variant={variant} icon={online ? 'again' : 'clock'} disabled={!online} onClick={onRetry}>
      {online ? t('common_retry') : t('error_wait_online')}
    </PayButton>
  );
}
