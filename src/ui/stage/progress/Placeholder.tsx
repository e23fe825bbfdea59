import type { GenerationRequest } from '../../../generation/request.ts';
import { frameOf } from './frame-of.ts';

/** The room that the picture will take, so that nothing jumps when it comes. */
export function Placeholder({ request: { width = 1, height = 1 } }: { request: GenerationRequest }) {
  return <div class="placeholder" style={frameOf(width, height)} aria-hidden="true" />;
}
