import type { SourceType } from '../hub/index.ts';
import { HUGGING_FACE } from '../web/hugging-face.ts';

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
  url: HUGGING_FACE,
  type: 'huggingface',
  enabled: true,
  namespaces: [],
};

/**
 * The source with its name and owners as they are used: without blanks around them, each owner once. Stored and shipped lists may be
 * written by hand, and an owner with a blank would pin nothing.
 */
export function tidySource(source: SourceSetting): SourceSetting {
  const namespaces = source.namespaces.map((name) => name.trim()).filter((name) => name !== '');
  return { ...source, name: source.name.trim(), namespaces: [...new Set(namespaces)] };
}
