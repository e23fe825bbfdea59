import type { Problem } from '../../../../messages/index.ts';
import type { SourceDraft } from './source-draft.ts';

/** Why a source could not be saved, and the field that must be changed, if any. */
export interface SourceError {
  text: string;
  field?: keyof SourceDraft;
}

/** The form's field that a problem is about; undefined when it is about none. */
export function fieldOf(code: Problem['code']): keyof SourceDraft | undefined {
  if (code === 'SOURCE_NAME_EMPTY') return 'name';
  if (code === 'NAMESPACE_INVALID') return 'owners';
  if (code === 'SOURCE_DUPLICATE' || code.startsWith('SOURCE_URL_')) return 'url';
  return undefined;
}
