import { browser } from 'wxt/browser';

/** The badge's background colours. */
const GROUND = { calm: '#00736a', alarming: '#a4221b' };

/** Shows a badge with this text on the toolbar button; an empty text removes the badge. */
export function setBadge(text: string, ground: keyof typeof GROUND = 'calm'): void {
  const { action } = browser;
  void Promise.resolve(action.setBadgeText({ text })).catch(() => undefined);
  if (text !== '')
    void Promise.resolve(action.setBadgeBackgroundColor({ color: GROUND[ground] })).catch(() => undefined);
}

/** Sets the toolbar button's tooltip and accessible name; undefined: the title of the manifest. */
export function setButtonTitle(title: string | undefined): void {
  const own = () => browser.runtime.getManifest().action?.default_title ?? '';
  void Promise.resolve(browser.action.setTitle({ title: title ?? own() })).catch(() => undefined);
}
