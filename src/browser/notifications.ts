import { type Browser, browser } from 'wxt/browser';
import { hear } from './first-turn/first-turn.ts';
import { holdWhileShown, shownInFirefox } from './hold-while-shown.ts';

export interface Notice {
  id: string;
  title: string;
  message: string;
  /** A picture as a data URL. */
  picture?: string | undefined;
  /** What can be pressed on it, where the browser has buttons there. */
  button?: string | undefined;
}

const ICON = '/icon/128.png';

type Options = Browser.notifications.NotificationCreateOptions;

/** Whether notifications may be shown. The permission is the user's to give and to take back. */
export async function mayNotify(): Promise<boolean> {
  try {
    return await browser.permissions.contains({ permissions: ['notifications'] });
  } catch {
    return false;
  }
}

/**
 * Shows a notification, in the place of one with the same id. Firefox has neither buttons nor large pictures: the icon is the
 * picture there. Opera refuses buttons, and any browser a picture that it cannot read: each time it is shown with less,
 * rather than not at all.
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
 * Whether this is Firefox, which takes a large picture without a complaint and shows none of it, and has an event for buttons
 * that it refuses.
 */
const isFirefox = () => shownInFirefox() !== undefined;

export function clearNotice(id: string): void {
  void Promise.resolve(browser.notifications?.clear(id)).catch(() => undefined);
}

/**
 * Listens to presses on notifications; to be called in the worker's first turn. There is nothing to listen to before the
 * permission is given: then it listens from that moment on. A permission that was taken back takes the listeners along, and
 * comes with new events when it is given again.
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
