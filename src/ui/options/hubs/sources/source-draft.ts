import type { SourceType } from '../../../../hub/types.ts';
import type { RequestOf, SourceView } from '../../../../messages/index.ts';
import { formatOwners, parseOwners } from './owners.ts';

/** A source as the form holds it while the user types. */
export interface SourceDraft {
  name: string;
  url: string;
  type: SourceType;
  owners: string;
}

/** The id and the stored address of the source that is being changed. */
export type StoredSource = Pick<SourceView, 'id' | 'url'>;

export type SourceFields = Omit<RequestOf<'addSource'>['source'], 'enabled'>;

export function toDraft({ name, url, type, namespaces }: SourceFields): SourceDraft {
  return { name, url, type, owners: formatOwners(namespaces) };
}

/** The fields to store. `url` is the parsed address. */
export function fromDraft(draft: SourceDraft, url: string): SourceFields {
  return {
    name: draft.name.trim(),
    url,
    type: draft.type,
    namespaces: parseOwners(draft.owners),
  };
}
