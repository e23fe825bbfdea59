import type { RequestOf, SourceView } from '../../../messages/index.ts';

export type SavedSource = RequestOf<'saveSource'>['source'];

/** The part of a source that is stored as it is shown. */
export function toSavedSource({ id, name, url, type, enabled, namespaces }: SourceView): SavedSource {
  return { id, name, url, type, enabled, namespaces };
}
