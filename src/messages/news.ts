/** Where the background notes that the extension was updated; the first page that says so takes the note away. */
export const NEWS_KEY = 'news';

/** The version that is new, when that is what lies there. */
export function parseNews(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  return typeof value.version === 'string' && /^\d+(?:\.\d+){1,3}$/.test(value.version)
    ? value.version
    : undefined;
}
