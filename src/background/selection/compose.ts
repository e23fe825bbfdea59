import type { HandOver } from '../../messages/index.ts';

export interface ComposerPorts {
  /** See `openPanel`: only at once. */
  openPanel(windowId: number | undefined): Promise<boolean>;
  openPopup(): Promise<boolean>;
  openWindow(): Promise<void>;
  /** Lays it where the composer takes it from. Rejects where storage does. */
  handOver(what: HandOver): Promise<void>;
}

export interface Opening {
  /** The panel opens, or did not. Undefined: it was not tried. */
  panel?: Promise<boolean>;
}

/**
 * Brings something to the composer, in the first place that the browser opens: the panel beside the page, the popup, a small
 * window. `panel` was begun in the first turn of the press, before anything was awaited.
 */
export function createCompose({ openPopup, openWindow, handOver }: ComposerPorts) {
  return async (what: HandOver, { panel }: Opening): Promise<void> => {
    // It is there before a page looks for it, or the page hears of it: the order does not matter.
    const laid = handOver(what).catch(() => undefined);
    if (await panel) return void (await laid);
    await laid;
    if (await openPopup()) return;
    await openWindow();
  };
}
