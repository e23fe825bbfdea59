import { browser } from 'wxt/browser';
import { hear } from './first-turn/first-turn.ts';

/** Whether the focused window is a private one. */
export async function isPrivateInFront(): Promise<boolean> {
  try {
    return (await browser.windows.getLastFocused()).incognito;
  } catch {
    return false;
  }
}

/** Calls the listener when a window was closed and no private window is left. To be called in the worker's first turn. */
export function onLastPrivateWindowClosed(listener: () => void): void {
  const look = async () => {
    const windows = await browser.windows.getAll();
    if (!windows.some(({ incognito }) => incognito)) listener();
  };
  hear(browser.windows?.onRemoved, () => void look().catch(() => undefined));
}
