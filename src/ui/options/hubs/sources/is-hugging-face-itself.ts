import type { SourceView } from '../../../../messages/index.ts';

/** Whether a source is the one that says which services run a model: Hugging Face itself, no mirror of it. */
export function isHuggingFaceItself({ url }: Pick<SourceView, 'url'>): boolean {
  return URL.parse(url)?.origin === 'https://huggingface.co';
}
