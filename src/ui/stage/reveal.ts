import type { DraftKeeper } from '../composer/draft-keeper.ts';

/** Scrolls to an element, as little as needed; not under the hands of somebody who writes the next prompt. */
export function reveal(
  element: Element | null,
  keeper: DraftKeeper,
  behavior: ScrollBehavior = 'auto',
): void {
  if (!keeper.changed()) element?.scrollIntoView({ block: 'nearest', behavior });
}
