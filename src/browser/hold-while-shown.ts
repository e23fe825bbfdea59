import { browser } from 'wxt/browser';

/** Longer than that no page is kept for a notification: some systems collect them for days. */
const HELD_AT_MOST_MS = 5 * 60_000;

/** What Firefox alone has. */
interface FirefoxNotifications {
  onShown?: Pick<typeof browser.notifications.onClicked, 'addListener'>;
}

/** The event of a notification that is shown; undefined outside of Firefox. */
export const shownInFirefox = () => (browser.notifications as FirefoxNotifications).onShown;

/**
 * Firefox starts a page again for those events alone that it listened to in its first turn: the page that was given the
 * permission stays while a notification does, since a press on it would be lost. Other browsers need none of this.
 *
 * @param hold Keeps the page alive until the returned function is called.
 */
export function holdWhileShown(hold: () => () => void): void {
  const onShown = shownInFirefox();
  if (onShown === undefined) return;
  const releases = new Map<string, () => void>();
  onShown.addListener((id) => {
    const release = hold();
    releases.get(id)?.();
    releases.set(id, release);
    setTimeout(release, HELD_AT_MOST_MS);
  });
  browser.notifications.onClosed.addListener((id) => releases.get(id)?.());
}
