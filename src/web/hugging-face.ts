/** The only address that is trusted about Hugging Face: which models its services run, and under which names. */
export const HUGGING_FACE = 'https://huggingface.co';

/** Whether an address is Hugging Face's own: no mirror, whatever it speaks like, and no port or scheme beside it. */
export function isHuggingFace(url: string | undefined): boolean {
  return url !== undefined && URL.parse(url)?.origin === HUGGING_FACE;
}
