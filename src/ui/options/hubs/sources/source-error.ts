import type { Problem } from '../../../../messages/index.ts';
import type { SourceDraft } from './source-draft.ts';

/** Why a source could not be saved, and the field that has to be changed, where it is one. */
export interface SourceError {
  text: string;
  field?: keyof SourceDraft;
}

/** The field a problem speaks of; undefined when it is no field of the form. */
export function fieldOf(code: Problem['code']): keyof SourceDraft | undefined {
  if (code === 'SOURCE_NAME_EMPTY') return 'name';
  if (code === 'NAMESPACE_INVALID') return 'owners';
  if (code === 'SOURCE_DUPLICATE' || code.startsWith('SOURCE_URL_')) return 'url';
  return undefined;
}
