import type { Picture } from '../../gallery/index.ts';
import type { Job } from '../../jobs/index.ts';
import { uiLanguage } from '../page/extension.ts';
import { asSeconds } from '../words/durations.ts';
import { helpedWords } from '../words/made-words.ts';
import { providerName } from '../words/provider-name.ts';

/**
 * One line on the service that made a picture: with the time it took or, when another service was asked
 * first, with the failure of that service.
 */
export function madeLine(job: Job, { provider, elapsedMs }: Picture): string {
  const failed = job.attempts.find(
    (attempt) => attempt.outcome === 'failed' && attempt.provider !== provider,
  );
  if (!failed) return `${providerName(provider)} · ${asSeconds(elapsedMs, uiLanguage())}`;
  return helpedWords(failed.provider, failed.error?.code, provider);
}
