import { Finder } from '../lookup/finder/Finder.tsx';
import type { PopoverContent } from './opening.ts';

/** The popover that chooses the model, from any of the hubs. */
export function ModelChoice({ onClose }: PopoverContent) {
  return <Finder onClose={onClose} />;
}
