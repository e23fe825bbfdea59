import type { ErrorCode } from '../../../generation/index.ts';
import { t } from '../../page/extension.ts';
import { providerName } from '../../words/provider-name.ts';
import type { Cause } from './cause-help.ts';

/** Codes for which the details are open, since only the service's own words tell the cause. */
const TELLING: readonly ErrorCode[] = ['VALIDATION_ERROR', 'UNKNOWN'];

export const saysWhatToChange = ({ error }: Cause) =>
  (error.detail ?? error.fault) !== undefined && TELLING.includes(error.code);

/** The services' own words and request ids, for example for a support request. */
export function FailureDetails({ causes }: { causes: Cause[] }) {
  const telling = causes.filter(
    ({ error }) => error.detail || error.fault || error.requestId || error.status !== undefined,
  );
  if (telling.length === 0) return null;
  return (
    <>
      {telling.map(({ provider, error }) => (
        <p class="failure-detail" dir="auto" key={provider}>
          {error.detail
            ? t('error_detail_said', providerName(provider), error.detail)
            : providerName(provider)}
          {error.fault && ` · ${t(`error_fault_${error.fault}`)}`}
          {error.status !== undefined && ` · ${t('error_detail_status', error.status)}`}
          {error.requestId && ` · ${t('error_detail_request', error.requestId)}`}
        </p>
      ))}
    </>
  );
}
