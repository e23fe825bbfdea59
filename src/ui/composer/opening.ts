import type { Signal } from '@preact/signals';

/** What opens over the stage from the composer. */
export type PopoverName = 'style' | 'shape' | 'model' | 'more' | 'recent';

/** Which one is open, for those who show it and those who open another. */
export interface Opening {
  open: Signal<PopoverName | undefined>;
  onOpen: (name: PopoverName | undefined) => void;
}

/** What every popover of the composer gets. */
export interface PopoverContent {
  onClose: () => void;
}
