import type { Problem } from '../../messages/index.ts';
import { hasText, t } from './extension.ts';

/** The sentence for a problem that the background reported. */
export function problemText({ code, subject = '' }: Problem): string {
  const key = `problem_${code}`;
  return hasText(key) ? t(key, subject) : t('problem_INTERNAL');
}
