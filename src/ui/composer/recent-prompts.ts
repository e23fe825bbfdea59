import type { Job } from '../../jobs/index.ts';

const MOST = 30;

/** The last prompts, each once, newest first. `jobs` are newest first. */
export function recentPrompts(jobs: readonly Job[]): string[] {
  return [...new Set(jobs.map(({ request }) => request.prompt))].slice(0, MOST);
}

/**
 * The prompt that ↑ (1) or ↓ (-1) leads to from `text`, when the field is empty or holds a recent prompt. Undefined when
 * the key moves the caret as usual.
 */
export function recall(prompts: readonly string[], text: string, step: 1 | -1): string | undefined {
  const place = text === '' ? -1 : prompts.indexOf(text);
  if (text !== '' && place < 0) return undefined;
  const next = place + step;
  if (next === -1) return '';
  return prompts[next];
}
