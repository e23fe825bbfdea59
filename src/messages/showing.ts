/** Asked by the background of all open pages: whether somebody has what is made before their eyes now. */
export interface Showing {
  name: 'showing';
}

/** Whether a message is this question. */
export function isShowing(message: unknown): message is Showing {
  return typeof message === 'object' && message !== null && 'name' in message && message.name === 'showing';
}
