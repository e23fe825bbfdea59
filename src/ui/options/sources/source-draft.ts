import type { SourceType } from '../../../hub/types.ts';
import type { SourceView } from '../../../messages/index.ts';
import { formatOwners, parseOwners } from './owners.ts';
import type { SavedSource } from './to-saved-source.ts';

/** A source while it is typed. */
export interface SourceDraft {
  name: string;
  url: string;
  type: SourceType;
  owners: string;
}

/** What is needed of the source that is being changed. */
export type StoredSource = Pick<SourceView, 'id' | 'enabled' | 'url'>;

export function toDraft({ name, url, type, namespaces }: Omit<SavedSource, 'id' | 'enabled'>): SourceDraft {
  return { name, url, type, owners: formatOwners(namespaces) };
}

/** What is sent to be stored; `before` is the source that is being changed. `url` is the address as it was understood. */
export function fromDraft(draft: SourceDraft, url: string, before?: StoredSource): SavedSource {
  return {
    ...(before && { id: before.id }),
    name: draft.name.trim(),
    url,
    type: draft.type,
    enabled: before?.enabled ?? true,
    namespaces: parseOwners(draft.owners),
  };
}
