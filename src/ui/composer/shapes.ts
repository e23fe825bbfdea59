/**
 * The shapes with their sizes in pixels: about a megapixel each, in steps that every route accepts. `ratio`
 * is shown to people.
 */
export const SHAPES = {
  square: { width: 1024, height: 1024, ratio: '1 : 1' },
  portrait: { width: 832, height: 1216, ratio: '2 : 3' },
  landscape: { width: 1216, height: 832, ratio: '3 : 2' },
  tall: { width: 768, height: 1344, ratio: '9 : 16' },
  wide: { width: 1344, height: 768, ratio: '16 : 9' },
} as const;

export type ShapeName = keyof typeof SHAPES;

export const SHAPE_NAMES = Object.keys(SHAPES) as ShapeName[];

/** The shape that has exactly this size; undefined where none has. */
export function shapeOf(width: number | undefined, height: number | undefined): ShapeName | undefined {
  return SHAPE_NAMES.find((name) => SHAPES[name].width === width && SHAPES[name].height === height);
}
