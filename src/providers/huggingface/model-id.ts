const DEFAULT_MODEL = 'black-forest-labs/FLUX.1-schnell';
/** Seed 004 names its default model without the owner. */
const SEED_MODEL = 'FLUX.1-schnell';
/** The names that Hugging Face's clients write in place of a route's name to mean any route. */
const POLICIES = ['auto', 'fastest', 'cheapest', 'preferred'];

export interface AskedModel {
  /** The hub id. */
  id: string;
  /** The only route that may be asked: `owner/name:route`. */
  route?: string;
}

/** Parses a model name in any of its forms; undefined when it is not one (a path, inner spaces). */
export function modelIdOf(asked: string | undefined): AskedModel | undefined {
  const text = asked?.trim() ?? '';
  if (text === '' || text === SEED_MODEL) return { id: DEFAULT_MODEL };
  const [id = '', route, ...more] = text.split(':');
  const segments = id.split('/');
  const valid = segments.length <= 2 && segments.every((segment) => /^(?!\.+$)[\w.-]{1,96}$/.test(segment));
  if (!valid || more.length > 0 || (route !== undefined && !/^[\w-]{1,40}$/.test(route))) return undefined;
  const meant = id === SEED_MODEL ? DEFAULT_MODEL : id;
  return { id: meant, ...(route !== undefined && !POLICIES.includes(route) && { route }) };
}
