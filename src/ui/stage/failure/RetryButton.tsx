import { useMemo } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { t } from '../../page/extension.ts';
import { asCountdown } from '../../words/durations.ts';
import { retryWaitMs } from './retry-wait.ts';
import { useWait } from './use-wait.ts';

interface RetryButtonProps {
  variant: 'primary' | 'plain';
  /** Epoch milliseconds from which trying again makes sense, and when that was told. */
  at?: number | undefined;
  toldAt?: number | undefined;
  onRetry: () => void;
}

/** Counts down the wait the service named, and can be pressed from then on. */
export function RetryButton({ variant, at = 0, toldAt, onRetry }: RetryButtonProps) {
  const waitMs = useMemo(() => retryWaitMs(at, toldAt, Date.now()), [at, toldAt]);
  const leftMs = useWait(waitMs);
  const waiting = leftMs > 0;
  return (
    <Button small variant={variant} icon={waiting ? 'clock' : 'again'} disabled={waiting} onClick={onRetry}>
      {waiting ? t('error_retry_in', asCountdown(leftMs)) : t('common_retry')}
    </Button>
  );
}
