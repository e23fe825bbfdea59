import type { Browser } from 'puppeteer-core';
import { inFirefoxWindow, type Until } from './firefox-window.ts';

export interface FirefoxNotification {
  title: string;
  message: string;
  /** The size of its picture, in pixels; undefined without one. */
  icon: { width: number; height: number } | undefined;
}

interface AlertWindow {
  /** True once the window listens to clicks. */
  gIsActive?: boolean;
  document: Document;
}
interface FirefoxWindow {
  Services: { wm: { getMostRecentWindow(type: string): AlertWindow | null } };
}

/** Waits for the notification that Firefox draws in a window of its own; resolves with what it shows. */
export async function readFirefoxNotification(browser: Browser): Promise<FirefoxNotification> {
  const read = async (until: Until) => {
    const { wm } = (globalThis as unknown as FirefoxWindow).Services;
    const shown = () => wm.getMostRecentWindow('alert:alert');
    await until(() => shown()?.gIsActive === true, 'showing a notification');
    const part = (id: string) => shown()?.document.getElementById(id);
    const picture = new Image();
    picture.src = part('alertImage')?.getAttribute('src') ?? '';
    const icon = await picture.decode().then(
      () => ({ width: picture.naturalWidth, height: picture.naturalHeight }),
      () => undefined,
    );
    const title = part('alertTitleLabel')?.getAttribute('value') ?? '';
    return { title, message: part('alertTextLabel')?.textContent ?? '', icon };
  };
  return inFirefoxWindow(browser, read);
}

/** Clicks the notification that is shown, and waits until it is gone. */
export async function clickFirefoxNotification(browser: Browser): Promise<void> {
  const click = async (until: Until) => {
    const { wm } = (globalThis as unknown as FirefoxWindow).Services;
    const shown = wm.getMostRecentWindow('alert:alert');
    if (shown === null) throw new Error('There is no notification');
    shown.document.getElementById('alertBox')?.click();
    await until(() => wm.getMostRecentWindow('alert:alert') !== shown, 'closing the notification');
  };
  await inFirefoxWindow(browser, click);
}
