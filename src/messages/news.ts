/** Storage key of the note that the extension was updated. The first page that shows the news removes the note. */
export const NEWS_KEY = 'news';

/** The new version from a stored note; undefined when the value is no such note. */
export function parseNews(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  return typeof value.version === 'string' && /^\d+(?:\.\d+){1,3}$/.test(value.version)
    ? value.version
    : undefined;
}
