/** Saves what a URL leads to as a plain browser download: no `downloads` permission is needed. */
export function download(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.rel = 'noopener';
  link.click();
}

/**
 * Saves a file that has no URL yet. Its URL ends after a while, or with the page, since browsers read it
 * after the click.
 */
export function downloadBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  download(url, fileName);
  setTimeout(() => URL.revokeObjectURL(url), URL_STAYS_MS);
}

/** Milliseconds that the URL of a saved file stays: long enough for gigabytes to be copied to a slow disk. */
export const URL_STAYS_MS = 30 * 60_000;
