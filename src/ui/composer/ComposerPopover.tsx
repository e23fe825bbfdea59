import { later } from '../components/later.tsx';
import type { PopoverBoxProps } from './PopoverBox.tsx';

/** What the chips open: loaded after the first frame, before it is wanted. */
const { Part, fetch } = later<PopoverBoxProps>(async () => (await import('./PopoverBox.tsx')).PopoverBox);

export { fetch as fetchPopovers, Part as ComposerPopover };
