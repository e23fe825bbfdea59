import { Button } from '../../components/Button.tsx';
import { t } from '../../page/extension.ts';
import { asCountdown } from '../../words/durations.ts';
import { useNow } from '../use-now.ts';

const HOUR_MS = 3_600_000;

interface RetryButtonProps {
  variant: 'primary' | 'plain';
  /** Epoch milliseconds from which trying again makes sense. */
  at?: number | undefined;
  onRetry: () => void;
}

/** Counts down to the time the service named, and can be pressed from then on. */
export function RetryButton({ variant, at = 0, onRetry }: RetryButtonProps) {
  const now = useNow(at > Date.now());
  // No service is given longer than an hour: more is left only where the clock was set back.
  const waiting = at > now && at - now <= HOUR_MS;
  return (
    <Button small variant={variant} icon={waiting ? 'clock' : 'again'} disabled={waiting} onClick={onRetry}>
      {waiting ? t('error_retry_in', asCountdown(at - now)) : t('common_retry')}
    </Button>
  );
}
