/**
 * Whether an error of the database or the file system says that there is no room. On a full disk, Chromium ends a transaction that
 * writes a picture with a `DataError` ("Failed to write blobs"); a limit on the extension alone would be a `QuotaExceededError`.
 */
export function isDiskFull(reason: unknown): boolean {
  return reason instanceof DOMException && ['QuotaExceededError', 'DataError'].includes(reason.name);
}
