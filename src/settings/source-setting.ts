import type { SourceType } from '../hub/index.ts';

/** A hub in the user's list. Its place in the list is its priority; its token lies with the other secrets. */
export interface SourceSetting {
  id: string;
  name: string;
  url: string;
  type: SourceType;
  enabled: boolean;
  /** Owners whose repositories are asked of this source alone; empty: none. */
  namespaces: string[];
}

export const HUGGING_FACE_SOURCE: SourceSetting = {
  id: 'huggingface',
  name: 'Hugging Face',
  url: 'https://huggingface.co',
  type: 'huggingface',
  enabled: true,
  namespaces: [],
};
