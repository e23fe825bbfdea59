import { useEffect, useState } from 'preact/hooks';
import { announce } from '../../page/announcement.ts';
import { t } from '../../page/extension.ts';
import { PayButton } from '../PayButton.tsx';

import type { Looks } from './looks.ts';

/** Waits for the browser to say that it is online again. */
export function RetryOnlineButton({ onRetry, variant }: { onRetry: () => void } & Looks) {
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const changed = () => {
      setOnline(navigator.onLine);
      if (navigator.onLine) announce(t('error_online_again'));
    };
    window.addEventListener('online', changed);
    window.addEventListener('offline', changed);
    return () => {
      window.removeEventListener('online', changed);
      window.removeEventListener('offline', changed);
    };
  }, []);
  return (
    <PayButton variant={variant} icon={online ? 'again' : 'clock'} disabled={!online} onClick={onRetry}>
      {online ? t('common_retry') : t('error_wait_online')}
    </PayButton>
  );
}
