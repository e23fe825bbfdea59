import type { Job } from '../../../jobs/index.ts';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../page/extension.ts';
import { elapsedWords } from '../../words/elapsed-words.ts';
import { stepWords } from '../../words/made-words.ts';
import { providerName } from '../../words/provider-name.ts';
import { type TrailStep, trailOf } from './trail.ts';
import './trail.css';

/** The services and routes that were asked, with their answers. */
export function Trail({ job }: { job: Job }) {
  const steps = trailOf(job);
  if (steps.length === 0) return null;
  return (
    <ol class="trail" aria-label={t('popup_who_was_asked')}>
      {steps.map((step, place) => (
        // The index can be the key: steps are only added at the end.
        <li class={`step step-${step.answer}`} key={`${place}`}>
          <span class="step-dot">
            <Icon name={signOf(step)} size={12} />
          </span>
          <bdi class="step-who">
            {providerName(step.provider)}
            {step.route && ` · ${step.route}`}
          </bdi>
          <span class="step-took">{elapsedWords(step.elapsedMs)}</span>
          <span class="step-said">{answerWords(step)}</span>
        </li>
      ))}
    </ol>
  );
}

function signOf({ answer }: TrailStep) {
  if (answer === 'picture') return 'check';
  return answer === 'asking' ? 'clock' : 'close';
}

function answerWords({ answer, code, status, provider }: TrailStep): string {
  if (answer === 'picture') return t(`popup_paid_by_${provider}`);
  return stepWords(answer, code, status);
}
