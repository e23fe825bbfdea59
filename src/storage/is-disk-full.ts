/**
 * What browsers call it when there is no room. On a full disk, Chromium ends a transaction that writes a picture with a `DataError`
 * ("Failed to write blobs"), and Firefox ends the writing of a file with an error of its own.
 */
const NAMES = ['QuotaExceededError', 'DataError', 'NS_ERROR_FILE_NO_DEVICE_SPACE'];

/** Whether an error of the database or the file system says that there is no room. */
export function isDiskFull(reason: unknown): boolean {
  return reason instanceof Error && NAMES.includes(reason.name);
}
