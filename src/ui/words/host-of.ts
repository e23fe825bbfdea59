/** The host of an address as people know it; what is no address comes back as it is. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
