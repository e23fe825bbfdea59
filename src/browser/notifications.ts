import { type Browser, browser } from 'wxt/browser';
import { hear } from './first-turn/first-turn.ts';
import { holdWhileShown, shownInFirefox } from './hold-while-shown.ts';

export interface Notice {
  id: string;
  title: string;
  message: string;
  /** A picture as a data URL. */
  picture?: string | undefined;
  /** The label of a button, in browsers whose notifications have buttons. */
  button?: string | undefined;
}

const ICON = '/icon/128.png';

type Options = Browser.notifications.NotificationCreateOptions;

/** Whether notifications may be shown. The user can grant the permission and take it back at any time. */
export async function mayNotify(): Promise<boolean> {
  try {
    return await browser.permissions.contains({ permissions: ['notifications'] });
  } catch {
    return false;
  }
}

/**
 * Shows a notification, replacing one with the same id. Firefox has neither buttons nor large pictures, so the picture becomes the
 * icon there. Opera refuses buttons, and every browser refuses a picture that it cannot read: what is refused is left out, and the
 * notification is tried again without it. Resolves with whether it was shown.
 */
export async function showNotice({ id, title, message, picture, button }: Notice): Promise<boolean> {
  if (!(await mayNotify())) return false;
  const icon = browser.runtime.getURL(ICON);
  const plain: Options = { type: 'basic', iconUrl: icon, title, message };
  const buttons = button === undefined ? {} : { buttons: [{ title: button }] };
  const tries: Options[] = [
    ...(picture !== undefined && !isFirefox()
      ? [{ ...plain, ...buttons, type: 'image' as const, imageUrl: picture }]
      : []),
    ...(button !== undefined && !isFirefox() ? [{ ...plain, ...buttons }] : []),
    ...(picture === undefined ? [] : [{ ...plain, iconUrl: picture }]),
    plain,
  ];
  for (const options of tries) {
    const shown = await Promise.resolve()
      .then(() => browser.notifications.create(id, options))
      .then(
        () => true,
        () => false,
      );
    if (shown) return true;
  }
  return false;
}

/**
 * Whether this is Firefox, told by an event that only Firefox has. A refused try would not tell: Firefox accepts a large picture
 * without showing it, and has an event for buttons although it refuses buttons.
 */
const isFirefox = () => shownInFirefox() !== undefined;

export function clearNotice(id: string): void {
  void Promise.resolve(browser.notifications?.clear(id)).catch(() => undefined);
}

/**
 * Listens to presses on notifications; to be called in the worker's first turn. Without the permission the events do not exist:
 * then this listens from the moment on when it is granted. When the permission is taken back the listeners are gone, and when it
 * is granted again there are new events.
 *
 * @param hold Keeps the worker alive until the returned function is called.
 */
export function onNoticePressed(
  pressed: (id: string) => void,
  button: (id: string) => void,
  hold: () => () => void,
): void {
  let heard: object | undefined;
  const listen = () => {
    const { notifications } = browser as { notifications?: typeof browser.notifications };
    if (notifications === undefined || notifications.onClicked === heard) return false;
    heard = notifications.onClicked;
    hear(browser.notifications.onClicked, pressed);
    hear(browser.notifications.onButtonClicked, button);
    return true;
  };
  listen();
  hear(browser.permissions.onAdded, () => {
    if (listen()) holdWhileShown(hold);
  });
}
