import { browser } from 'wxt/browser';

/** The longest time that the background page is kept for a notification: some systems show notifications for days. */
const HELD_AT_MOST_MS = 5 * 60_000;

/** An event of notifications that only Firefox has. */
interface FirefoxNotifications {
  onShown?: Pick<typeof browser.notifications.onClicked, 'addListener'>;
}

/** The event that a notification was shown; undefined outside of Firefox. */
export const shownInFirefox = () => (browser.notifications as FirefoxNotifications).onShown;

/**
 * Keeps Firefox's background page alive while a notification is shown. Firefox restarts the page only for events that the page
 * listened to in its first turn. A page that got the permission later did not, and a press on its notification would be lost
 * once the page has ended. Does nothing in other browsers.
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
