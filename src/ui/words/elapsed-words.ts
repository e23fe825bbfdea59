import { uiLanguage } from '../page/extension.ts';
import { asSeconds } from './durations.ts';

const SHORTEST_SHOWN_MS = 50;

/** How long an answer took; empty when it would round to zero. */
export function elapsedWords(ms = 0): string {
  return ms < SHORTEST_SHOWN_MS ? '' : asSeconds(ms, uiLanguage());
}
