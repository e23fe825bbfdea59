import { useMemo } from 'preact/hooks';
import { type Job, remainingWaitMs } from '../../../jobs/index.ts';
import { t } from '../../page/extension.ts';
import { asCountdown } from '../../words/durations.ts';
import { PayButton } from '../PayButton.tsx';
import type { Looks } from './looks.ts';
import { useWait } from './use-wait.ts';

interface RetryButtonProps extends Looks {
  /** The failed job, where the service named a wait. */
  failed?: Pick<Job, 'error' | 'endedAt'> | undefined;
  onRetry: () => void;
}

/** Retries, and shows the rest of the wait that the service named. It can be pressed earlier. */
export function RetryButton({ variant, failed, onRetry }: RetryButtonProps) {
  const waitMs = useMemo(
    () => (failed ? remainingWaitMs(failed, Date.now()) : 0),
    [failed?.error?.retryAt, failed?.endedAt],
  );
  const leftMs = useWait(waitMs);
  const waiting = leftMs > 0;
  return (
    <PayButton variant={variant} icon={waiting ? 'clock' : 'again'} onClick={onRetry}>
      {waiting ? t('error_retry_in', asCountdown(leftMs)) : t('common_retry')}
    </PayButton>
  );
}
