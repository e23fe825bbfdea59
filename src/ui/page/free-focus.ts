/**
 * Whether the focus may be moved: no element has it, or it is inside `within`. A user who moved it elsewhere
 * keeps it there.
 */
export function isFocusFree(within?: Element | null): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || within?.contains(activeElement) === true;
}
