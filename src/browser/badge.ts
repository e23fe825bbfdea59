import { browser } from 'wxt/browser';

/** The badge's background colour. */
const GROUND = '#00736a';

/** Shows a badge with this text on the toolbar button; an empty text removes the badge. */
export function setBadge(text: string): void {
  const { action } = browser;
  void Promise.resolve(action.setBadgeText({ text })).catch(() => undefined);
  if (text !== '')
    void Promise.resolve(action.setBadgeBackgroundColor({ color: GROUND })).catch(() => undefined);
}
