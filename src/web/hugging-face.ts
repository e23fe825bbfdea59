/**
 * Hugging Face's own address: the only one that is trusted to say which models Hugging Face's services run, and under which
 * names.
 */
export const HUGGING_FACE = 'https://huggingface.co';

/** Whether an address has Hugging Face's own origin. False for mirrors, and for another scheme or port. */
export function isHuggingFace(url: string | undefined): boolean {
  return url !== undefined && URL.parse(url)?.origin === HUGGING_FACE;
}
