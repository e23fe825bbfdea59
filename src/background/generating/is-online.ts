/** Whether the browser has a network connection. A browser that cannot tell counts as online. */
export function isOnline(): boolean {
  return navigator.onLine !== false;
}
