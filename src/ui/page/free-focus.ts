/** Whether the focus may be moved: it is nowhere, or within what had it when it was asked for. Who went on keeps it. */
export function isFocusFree(within?: Element | null): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || within?.contains(activeElement) === true;
}
