import { useMemo } from 'preact/hooks';
import { t } from '../../page/extension.ts';
import { asCountdown } from '../../words/durations.ts';
import { PayButton } from '../PayButton.tsx';
import type { Looks } from './looks.ts';
import { retryWaitMs } from './retry-wait.ts';
import { useWait } from './use-wait.ts';

interface RetryButtonProps extends Looks {
  /** From when a retry makes sense, and when the service said so; epoch milliseconds. */
  at?: number | undefined;
  toldAt?: number | undefined;
  onRetry: () => void;
}

/** Retries, and shows the rest of the wait that the service named. It can be pressed earlier. */
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
