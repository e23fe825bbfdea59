import { Finder } from '../lookup/finder/Finder.tsx';
import type { PopoverContent } from './opening.ts';

/** Which model makes the picture: found on any of the hubs. */
export function ModelChoice({ onClose }: PopoverContent) {
  return <Finder onClose={onClose} />;
}
