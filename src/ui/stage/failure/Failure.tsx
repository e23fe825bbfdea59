import type { Job } from '../../../jobs/index.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import type { IconName } from '../../components/icon-paths.ts';
import { t } from '../../page/extension.ts';
import { hostOf } from '../../words/host-of.ts';
import { providerName } from '../../words/provider-name.ts';
import { insteadOf, missingBackup } from '../connected.ts';
import { usePopup } from '../context.ts';
import { Trail } from '../progress/Trail.tsx';
import './failure.css';
import { FailureActions } from './FailureActions.tsx';
import { FailureDetails, saysWhatToChange } from './FailureDetails.tsx';
import { type FailureWords, failureHelp } from './failure-help.ts';
import { HeldPicture } from './HeldPicture.tsx';
import { StageNote } from './StageNote.tsx';

export interface FailureProps {
  job: Job;
  onFindModel: () => void;
}

/** What happened, what to do, and the buttons that do it. */
export function Failure({ job, onFindModel }: FailureProps) {
  const settings = usePopup().settings.value;
  const model = job.request.model ?? settings?.huggingface.model ?? '';
  const causes = job.error?.causes ?? [];
  const asked = causes[0]?.provider;
  const backup = settings && asked && missingBackup(settings, asked);
  const instead = settings && insteadOf(settings, job.attempts.at(-1)?.provider);
  const { title, advice, actions } = failureHelp(job, { model, missingBackup: backup, instead });
  const both = advice.filter(({ cause }) => cause).length > 1;
  const [sign, patient] = signOf(job);

  return (
    <StageNote
      sign={sign}
      patient={patient}
      announce="alert"
      title={inWords(title, model)}
      actions={actions.length > 0 && <FailureActions job={job} actions={actions} onFindModel={onFindModel} />}
      details={
        <>
          {actions.some(({ kind }) => kind === 'save-picture') && <HeldPicture job={job} />}
          {(job.attempts.length > 0 || causes.length > 0) && (
            <Disclosure summary={t('error_details')} open={causes.some(saysWhatToChange)}>
              <Trail job={job} />
              <FailureDetails causes={causes} />
            </Disclosure>
          )}
        </>
      }
    >
      {advice.map((words) => (
        <p key={words.key + words.cause?.provider}>
          {both && words.cause && (
            <>
              <strong>{providerName(words.cause.provider)}</strong>{' '}
            </>
          )}
          {inWords(words, model)}
        </p>
      ))}
    </StageNote>
  );
}

const SIGNS: Partial<Record<string, [IconName, boolean]>> = {
  RATE_LIMIT: ['clock', true],
  SERVICE_UNAVAILABLE: ['clock', true],
  SERVER_ERROR: ['clock', true],
  TIMEOUT: ['clock', true],
  STILL_COMING: ['clock', true],
  OFFLINE: ['offline', true],
  NETWORK_ERROR: ['offline', true],
  UNAUTHORIZED: ['key', false],
  FORBIDDEN: ['key', false],
  PAYMENT_REQUIRED: ['card', false],
};

/** The icon, and whether the failure is temporary. */
function signOf({ error }: Job): [IconName, boolean] {
  const cause = error?.code === 'DUAL_PROVIDER_FAILURE' ? error.causes.at(-1)?.error.code : error?.code;
  return SIGNS[cause ?? ''] ?? ['warning', false];
}

/** Fills a sentence: $1 is the service, $2 the model, $3 the hub or the host that has the model or picture. */
function inWords({ key, cause }: FailureWords, model: string): string {
  if (!cause) return t(key);
  const { source, pictureUrl } = cause.error;
  return t(key, providerName(cause.provider), model, source ?? hostOf(pictureUrl ?? ''));
}
