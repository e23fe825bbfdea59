/** What a service says that a model costs, in US dollars: for each picture, and for each million pixels of it. */
export interface ModelPrice {
  perPicture: number;
  perMegapixel: number;
}

interface Size {
  /** Pixels. */
  width: number;
  height: number;
}

/** What so many pictures of a size cost, in US dollars; undefined where the size is no number and the price goes by it. */
export function priceOf(
  { perPicture, perMegapixel }: ModelPrice,
  { width, height }: Size,
  pictures: number,
): number | undefined {
  const megapixels = perMegapixel === 0 ? 0 : (width * height) / 1_000_000;
  const price = (perPicture + perMegapixel * megapixels) * pictures;
  return Number.isFinite(price) ? price : undefined;
}
