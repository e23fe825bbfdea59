import type { HandOver } from '../../messages/index.ts';

export interface ComposerPorts {
  /** Opens the side panel. Works only before anything is awaited, see `openPanel` in src/browser. */
  openPanel(windowId: number | undefined): Promise<boolean>;
  openPopup(): Promise<boolean>;
  openWindow(isPrivate: boolean): Promise<void>;
  /** Stores the hand-over where the composer of private windows, or of other windows, reads it. Rejects when storage fails. */
  handOver(what: HandOver, isPrivate: boolean): Promise<void>;
}

export interface Opening {
  /** Resolves with whether the side panel opened; undefined when opening it was not tried. */
  panel?: Promise<boolean>;
  /** The text comes from a private window. */
  isPrivate?: boolean;
}

/**
 * Creates a function that brings something to the composer, in the first of these that the browser opens: the side panel, the
 * popup, a small window. The opening of the panel (`panel`) must have begun in the first turn of the press, before any await.
 */
export function createCompose({ openPopup, openWindow, handOver }: ComposerPorts) {
  return async (what: HandOver, { panel, isPrivate = false }: Opening): Promise<void> => {
    // The page may open before or after this is stored: it reads the hand-over when it opens, and also hears of later changes.
    const laid = handOver(what, isPrivate).catch(() => undefined);
    if (await panel) return void (await laid);
    await laid;
    if (await openPopup()) return;
    await openWindow(isPrivate);
  };
}
