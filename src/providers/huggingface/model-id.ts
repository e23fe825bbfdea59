const DEFAULT_MODEL = 'black-forest-labs/FLUX.1-schnell';
/** Seed 004 names its default model without the owner. */
const SEED_MODEL = 'FLUX.1-schnell';

/** The hub id of the model that is meant; undefined for what is no id (a URL, a path, blanks inside). */
export function modelIdOf(asked: string | undefined): string | undefined {
  const id = asked?.trim() ?? '';
  if (id === '' || id === SEED_MODEL) return DEFAULT_MODEL;
  const segments = id.split('/');
  const valid = segments.length <= 2 && segments.every((segment) => /^(?!\.+$)[\w.-]{1,96}$/.test(segment));
  return valid ? id : undefined;
}
