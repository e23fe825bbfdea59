/** The entries that are neither undefined nor an empty text, so that a service gets no `null` for what the user did not set. */
export function given(entries: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== undefined && value !== ''),
  );
}
