import { useMemo } from 'preact/hooks';
import { t } from '../../page/extension.ts';
import { asCountdown } from '../../words/durations.ts';
import { PayButton } from '../PayButton.tsx';
import type { Looks } from './looks.ts';
import { retryWaitMs } from './retry-wait.ts';
import { useWait } from './use-wait.ts';

interface RetryButtonProps extends Looks {
  /** Epoch milliseconds from which trying again makes sense, and when that was told. */
  at?: number | undefined;
  toldAt?: number | undefined;
  onRetry: () => void;
}

/** Counts down the wait the service named. It can be pressed before: who waits is the user's affair. */
export function RetryButton({ variant, at = 0, toldAt, onRetry }: RetryButtonProps) {
  const waitMs = useMemo(() => retryWaitMs(at, toldAt, Date.now()), [at, toldAt]);
  const leftMs = useWait(waitMs);
  const waiting = leftMs > 0;
  return (
    <PayButton variant={variant} icon={waiting ? 'clock' : 'again'} onClick={onRetry}>
      {waiting ? t('error_retry_in', asCountdown(leftMs)) : t('common_retry')}
    </PayButton>
  );
}
