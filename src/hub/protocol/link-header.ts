/** The URL of `Link: <…>; rel="next"`, made absolute. Undefined when there is none or it is no URL. */
export function nextLink(header: string | null, pageUrl: string): string | undefined {
  for (const [, target, parameters] of (header ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    if (target && /;\s*rel="?next"?\s*(?:[;,]|$)/i.test(parameters ?? ''))
      return URL.parse(target, pageUrl)?.href;
  }
  return undefined;
}
