/**
 * Hugging Face's own address: the only one that is trusted to say which models Hugging Face's services run, and under which
 * names.
 */
export const HUGGING_FACE = 'https://huggingface.co';

/** The origin of Hugging Face's inference services. The Hugging Face token is sent to it, and to no other address but `HUGGING_FACE`. */
export const HUGGING_FACE_ROUTER = 'https://router.huggingface.co';

/** The page where the user chooses which services Hugging Face may ask, and enters their own keys for them. */
export const INFERENCE_PROVIDERS_PAGE = `${HUGGING_FACE}/settings/inference-providers`;

/** Whether an address has Hugging Face's own origin. False for mirrors, and for another scheme or port. */
export function isHuggingFace(url: string | undefined): boolean {
  return url !== undefined && URL.parse(url)?.origin === HUGGING_FACE;
}
