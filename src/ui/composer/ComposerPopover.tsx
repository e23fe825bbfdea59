import { later } from '../components/later.tsx';
import type { PopoverBoxProps } from './PopoverBox.tsx';

/** The popovers of the chips, loaded after the first frame. */
const { Part, fetch } = later<PopoverBoxProps>(async () => (await import('./PopoverBox.tsx')).PopoverBox);

export { fetch as fetchPopovers, Part as ComposerPopover };
