import { browser } from 'wxt/browser';
import { originPattern } from '../web/addresses.ts';
import { hear } from './first-turn/first-turn.ts';

/** Whether this extension may talk to the URL's origin. False for what is no URL. */
export async function isOriginAllowed(url: string): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [originPattern(url)] });
  } catch {
    return false;
  }
}

/** Calls the listener when the user granted or took back an origin. */
export function onOriginsChanged(listener: () => void): void {
  hear(browser.permissions.onAdded, listener);
  hear(browser.permissions.onRemoved, listener);
}
