/** Whether the browser has a network at all; one that cannot tell counts as online. */
export function isOnline(): boolean {
  return navigator.onLine !== false;
}
