/** The host of an address as people know it; a text that is no address comes back as it is. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
