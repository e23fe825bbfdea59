const NAME = 'window';
const VALUE = 'private';

/** The address of one of our pages, marked as belonging to a private window, although it may be shown in another window. */
export function asPrivatePage(path: string): string {
  const [page = '', query = ''] = path.split('?');
  const asked = new URLSearchParams(query);
  asked.set(NAME, VALUE);
  return `${page}?${asked}`;
}

/** Whether the query of a page's address has the mark of `asPrivatePage`. */
export function saysPrivatePage(query: string): boolean {
  return new URLSearchParams(query).get(NAME) === VALUE;
}
