/** A model's price by the service's price list, in US dollars: for each picture, and for each million pixels of a picture. */
export interface ModelPrice {
  perPicture: number;
  perMegapixel: number;
}

/** A picture's size in pixels. */
interface Size {
  width: number;
  height: number;
}

/**
 * The price of `pictures` pictures of a size, in US dollars; undefined when it depends on the size and the size is not a
 * number.
 */
export function priceOf(
  { perPicture, perMegapixel }: ModelPrice,
  { width, height }: Size,
  pictures: number,
): number | undefined {
  const megapixels = perMegapixel === 0 ? 0 : (width * height) / 1_000_000;
  const price = (perPicture + perMegapixel * megapixels) * pictures;
  return Number.isFinite(price) ? price : undefined;
}
