/**
 * Errors that mean that the browser has no database for the extension at all, as in private windows. `VersionError` is not among
 * them: then a newer version's gallery exists, and the user is told that the picture could not be stored.
 */
const UNUSABLE = ['InvalidStateError', 'SecurityError', 'NotSupportedError'];

/** Whether an error means that the browser has no database for the extension. */
export function isUnusable(reason: unknown): boolean {
  return (reason instanceof Error || reason instanceof DOMException) && UNUSABLE.includes(reason.name);
}
