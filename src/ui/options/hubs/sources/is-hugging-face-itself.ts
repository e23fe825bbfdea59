import type { SourceView } from '../../../../messages/index.ts';

/** Whether a source is Hugging Face itself and no mirror of it: only it says which services run a model. */
export function isHuggingFaceItself({ url }: Pick<SourceView, 'url'>): boolean {
  return URL.parse(url)?.origin === 'https://huggingface.co';
}
