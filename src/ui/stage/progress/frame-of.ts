/** Root ems: with all that stands around it, it fits into a popup. */
const HIGHEST_REM = 24;

/** The room of a picture of this size: as wide as the page and not too high, without empty bands at its sides. */
export function frameOf(width: number, height: number) {
  return {
    aspectRatio: `${width} / ${height}`,
    inlineSize: `min(100%, ${((HIGHEST_REM * width) / height).toFixed(3)}rem)`,
  };
}
