import { browser } from 'wxt/browser';
import { hear } from './first-turn/first-turn.ts';

/** Calls the listener when a window was closed and no private window is left. To be called in the worker's first turn. */
export function onLastPrivateWindowClosed(listener: () => void): void {
  const look = async () => {
    const windows = await browser.windows.getAll();
    if (!windows.some(({ incognito }) => incognito)) listener();
  };
  hear(browser.windows?.onRemoved, () => void look().catch(() => undefined));
}
