export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
}

/** Whether a message or a port comes from a page of this extension. A content script would have its id, too. */
export function isOwnPage(sender: Sender | undefined, own: { id: string; origin: string }): boolean {
  return sender?.id === own.id && sender.url?.startsWith(`${own.origin}/`) === true;
}
