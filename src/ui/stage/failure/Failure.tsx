import type { Job } from '../../../jobs/index.ts';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../page/extension.ts';
import { hostOf } from '../../words/host-of.ts';
import { providerName } from '../../words/provider-name.ts';
import { missingBackup } from '../connected.ts';
import { usePopup } from '../context.ts';
import { PutAwayButton } from '../PutAwayButton.tsx';
import './failure.css';
import { FailureActions } from './FailureActions.tsx';
import { FailureDetails } from './FailureDetails.tsx';
import { type FailureWords, failureHelp } from './failure-help.ts';

/** What happened, what to do, and the buttons that do it. */
export function Failure({ job, onFindModel }: { job: Job; onFindModel: () => void }) {
  const settings = usePopup().settings.value;
  const model = job.request.model ?? settings?.huggingface.model ?? '';
  const asked = job.error?.causes[0]?.provider;
  const backup = settings && asked && missingBackup(settings, asked);
  const { title, advice, actions } = failureHelp(job, { model, missingBackup: backup });
  const both = advice.length > 1 && advice.every(({ cause }) => cause);

  return (
    <div class="failure">
      <Notice
        tone="error"
        announce="alert"
        title={inWords(title, model)}
        {...(actions.length > 0 && {
          actions: <FailureActions job={job} actions={actions} onFindModel={onFindModel} />,
        })}
        corner={<PutAwayButton jobId={job.id} iconOnly />}
      >
        {advice.map((words) => (
          <p key={words.key + words.cause?.provider}>
            {both && words.cause && <strong>{providerName(words.cause.provider)}: </strong>}
            {inWords(words, model)}
          </p>
        ))}
      </Notice>
      <FailureDetails causes={job.error?.causes ?? []} />
    </div>
  );
}

/** The sentences name the service as $1, the model as $2, and as $3 the hub or the address that has what is missing. */
function inWords({ key, cause }: FailureWords, model: string): string {
  if (!cause) return t(key);
  const { source, pictureUrl } = cause.error;
  return t(key, providerName(cause.provider), model, source ?? hostOf(pictureUrl ?? ''));
}
