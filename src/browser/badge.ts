import { browser } from 'wxt/browser';

const GROUND = '#00736a';

/** Writes on the toolbar button; an empty text takes the badge away. */
export function setBadge(text: string): void {
  const { action } = browser;
  void Promise.resolve(action.setBadgeText({ text })).catch(() => undefined);
  if (text !== '')
    void Promise.resolve(action.setBadgeBackgroundColor({ color: GROUND })).catch(() => undefined);
}
