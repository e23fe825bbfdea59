import type { Picture } from '../../../gallery/index.ts';

export type Shape = 'square' | 'wide' | 'tall';

export const SHAPES: readonly Shape[] = ['square', 'wide', 'tall'];

/** A picture counts as square if its sides differ by at most a tenth. */
export function shapeOf({ width, height }: Pick<Picture, 'width' | 'height'>): Shape | undefined {
  if (!width || !height) return undefined;
  if (Math.abs(width / height - 1) <= 0.1) return 'square';
  return width > height ? 'wide' : 'tall';
}
