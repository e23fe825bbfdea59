import type { Signal } from '@preact/signals';

/** The popovers of the composer. */
export type PopoverName = 'style' | 'shape' | 'model' | 'more' | 'recent';

/** Which popover is open, and how to open another. */
export interface Opening {
  open: Signal<PopoverName | undefined>;
  onOpen: (name: PopoverName | undefined) => void;
}

/** The properties of every popover of the composer. */
export interface PopoverContent {
  onClose: () => void;
}
