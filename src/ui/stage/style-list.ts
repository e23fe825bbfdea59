import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Ask, Problem } from '../../messages/index.ts';
import type { Style } from '../../settings/index.ts';
import { SHIPPED_STYLES } from '../../settings/presets/shipped-styles.ts';

export interface StyleList {
  /** The user's styles, in their order; the shipped ones until they were read. */
  styles: ReadonlySignal<readonly Style[]>;
  /** The user's styles as soon as they are read; undefined where they cannot be read. */
  whenRead(): Promise<readonly Style[] | undefined>;
  /** Reads the styles again. */
  read(): Promise<void>;
  /**
   * Waits until a chosen style is known. False, with a problem that is shown, where it cannot be found out:
   * nobody should pay for a picture in another style.
   */
  know(id: string): Promise<boolean>;
}

/** The styles that a picture can be made in. */
export function createStyleList(askSoon: Ask, problem: Signal<Problem | undefined>): StyleList {
  const styles = signal<readonly Style[]>(SHIPPED_STYLES);
  let isRead = false;
  let reading: Promise<void> | undefined;

  const read = () => {
    reading = (async () => {
      const reply = await askSoon('readStyles', {});
      if (!reply.ok) return;
      styles.value = reply.value.styles;
      isRead = true;
    })();
    return reading;
  };
  async function whenRead() {
    if (!isRead) await reading;
    if (!isRead) await read();
    return isRead ? styles.value : undefined;
  }
  return {
    styles,
    read,
    whenRead,
    async know(id) {
      if (id === 'none' || isRead) return true;
      await whenRead();
      // Of a shipped style, the id is enough.
      const known = isRead || styles.value.some((style) => style.id === id);
      if (!known) problem.value = { code: 'INTERNAL' };
      return known;
    },
  };
}
