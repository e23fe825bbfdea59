import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { announce } from '../../page/announcement.ts';
import { t } from '../../page/extension.ts';

/** Waits for the browser to say that it is online again. */
export function RetryOnlineButton({ onRetry }: { onRetry: () => void }) {
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
    <Button small variant="primary" icon={online ? 'again' : 'clock'} disabled={!online} onClick={onRetry}>
      {online ? t('common_retry') : t('error_wait_online')}
    </Button>
  );
}
