import type { Style } from '../../settings/index.ts';
import type { Draft } from './draft.ts';
import { shapeOf } from './shapes.ts';

/** The size and the model of a style for the draft, where the user sees and can change them before anything is sent. */
export function bringsAlong({ width, height, model }: Style): Partial<Draft> {
  return {
    ...(width !== undefined &&
      height !== undefined && {
        shape: shapeOf(width, height) ?? 'own',
        width: String(width),
        height: String(height),
      }),
    ...(model !== undefined && { model }),
  };
}
