import type { Job } from '../../../jobs/index.ts';
import { Icon } from '../../components/Icon.tsx';
import { t } from '../../page/extension.ts';
import { elapsedWords } from '../../words/elapsed-words.ts';
import { providerName } from '../../words/provider-name.ts';
import { type TrailStep, trailOf } from './trail.ts';

/** A small row that shows who was asked and what they answered. */
export function Trail({ job }: { job: Job }) {
  const steps = trailOf(job);
  if (steps.length === 0) return null;
  return (
    <ol class="trail" aria-label={t('popup_who_was_asked')}>
      {steps.map((step, place) => (
        // Steps are only ever added at the end.
        <li class={`step step-${step.answer}`} key={`${place}`}>
          {place > 0 && <Icon name="forward" size={12} />}
          <span class="step-who">
            {providerName(step.provider)}
            {step.route && ` · ${step.route}`}
          </span>
          <span class="visually-hidden">: </span>
          <span class="step-answer">
            {[[step.status, answerWords(step)].filter(Boolean).join(' '), elapsedWords(step.elapsedMs)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}

function answerWords({ answer, code }: TrailStep): string {
  return t(answer === 'failed' && code && code !== 'UNKNOWN' ? `popup_step_${code}` : `popup_step_${answer}`);
}
