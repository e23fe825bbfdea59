/** Whether the focus may be moved: no element has it, or it is still inside `from`. If the user moved on, it stays. */
export function isFocusFree(within?: Element | null): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || within?.contains(activeElement) === true;
}
