import { browser } from 'wxt/browser';

/** The match pattern that covers a URL's origin. Ports are no part of patterns. */
export function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

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
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}
