/** The one address that is believed about Hugging Face: what its services run, and at what price and name. */
export const HUGGING_FACE = 'https://huggingface.co';

/** Whether an address is Hugging Face's own: no mirror, whatever it speaks like, and no port or scheme beside it. */
export function isHuggingFace(url: string | undefined): boolean {
  return url !== undefined && URL.parse(url)?.origin === HUGGING_FACE;
}
