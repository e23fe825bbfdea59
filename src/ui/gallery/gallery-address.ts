export interface GalleryAddress {
  openId: string | undefined;
  enlarged: boolean;
}

/** What an address asks the page to show: `?picture=ID`, and `&state=enlarge` for the whole window. */
export function readAddress(search: string): GalleryAddress {
  const asked = new URLSearchParams(search);
  const openId = asked.get('picture') ?? undefined;
  return { openId, enlarged: openId !== undefined && asked.get('state') === 'enlarge' };
}

/** The address at which the page shows the same again. */
export function addressOf(path: string, { openId, enlarged }: GalleryAddress): string {
  if (openId === undefined) return path;
  const asked = new URLSearchParams({ picture: openId, ...(enlarged && { state: 'enlarge' }) });
  return `${path}?${asked}`;
}
