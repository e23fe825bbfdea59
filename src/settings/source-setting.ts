import type { SourceType } from '../hub/index.ts';

/** A hub in the user's list. Its place in the list is its priority; its token is stored with the other secrets. */
export interface SourceSetting {
  id: string;
  name: string;
  url: string;
  type: SourceType;
  enabled: boolean;
  /** Pinned owners: their repositories are looked up only at sources that pin them. Empty: none. */
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
