import { type OwnStyle, styleUsed } from '../../../generation/own-style.ts';
import type { GenerationRequest } from '../../../generation/request.ts';

const NAME = ':';

/**
 * What pictures of one style have in common, for choosing among them: the name that the user had given it, else its id. A
 * name is marked, so that one that reads like an id stays a name.
 */
export function styleKey(request: Pick<GenerationRequest, 'style' | 'ownStyle'>): string {
  const { id = 'none', name } = styleUsed(request) ?? {};
  return name === undefined ? id : NAME + name;
}

/** The style of such a key, as it is named on pages. */
export function styleOfKey(key: string): Pick<OwnStyle, 'id' | 'name'> {
  return key.startsWith(NAME) ? { id: key, name: key.slice(NAME.length) } : { id: key };
}
