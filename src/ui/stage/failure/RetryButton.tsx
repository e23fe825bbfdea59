import { Button } from '../../components/Button.tsx';
import { t } from '../../page/extension.ts';
import { asCountdown } from '../../words/durations.ts';
import { useNow } from '../use-now.ts';

interface RetryButtonProps {
  variant: 'primary' | 'plain';
  /** Epoch milliseconds from which trying again makes sense. */
  at?: number | undefined;
  onRetry: () => void;
}

/** Counts down to the time the service named, and can be pressed from then on. */
export function RetryButton({ variant, at = 0, onRetry }: RetryButtonProps) {
  const now = useNow(at > Date.now());
  const waiting = at > now;
  return (
    <Button small variant={variant} icon={waiting ? 'clock' : 'again'} disabled={waiting} onClick={onRetry}>
      {waiting ? t('error_retry_in', asCountdown(at - now)) : t('common_retry')}
    </Button>
  );
}
