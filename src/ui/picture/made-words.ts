import type { Picture } from '../../gallery/index.ts';
import type { Job } from '../../jobs/index.ts';
import { hasText, t, uiLanguage } from '../page/extension.ts';
import { asSeconds } from '../words/durations.ts';
import { providerName } from '../words/provider-name.ts';

/** One line on who made a picture: with how long it took, or, where another was asked first, with why it was not that one. */
export function madeWords(job: Job, { provider, elapsedMs }: Picture): string {
  const failed = job.attempts.find(
    (attempt) => attempt.outcome === 'failed' && attempt.provider !== provider,
  );
  if (!failed) return `${providerName(provider)} · ${asSeconds(elapsedMs, uiLanguage())}`;
  const key = `popup_helped_${failed.error?.code ?? ''}`;
  return t(hasText(key) ? key : 'popup_helped', providerName(failed.provider), providerName(provider));
}
