/** The background's question to all open pages: whether a page that shows jobs is visible now. */
export interface Showing {
  name: 'showing';
}

/** Whether a message is the question `Showing`. */
export function isShowing(message: unknown): message is Showing {
  return typeof message === 'object' && message !== null && 'name' in message && message.name === 'showing';
}
