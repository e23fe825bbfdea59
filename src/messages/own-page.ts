export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
}

/**
 * Whether a message or a port comes from a page of this extension. The id alone does not tell: a content script has the same
 * id.
 */
export function isOwnPage(sender: Sender | undefined, own: { id: string; origin: string }): boolean {
  return sender?.id === own.id && sender.url?.startsWith(`${own.origin}/`) === true;
}
