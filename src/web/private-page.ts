const NAME = 'window';
const VALUE = 'private';

/** The address of a page of ours that belongs to a private window, though it may lie in another. */
export function asPrivatePage(path: string): string {
  const [page = '', query = ''] = path.split('?');
  const asked = new URLSearchParams(query);
  asked.set(NAME, VALUE);
  return `${page}?${asked}`;
}

/** Whether the query of a page's address says so. */
export function saysPrivatePage(query: string): boolean {
  return new URLSearchParams(query).get(NAME) === VALUE;
}
