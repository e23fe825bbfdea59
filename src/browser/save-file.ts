import { browser } from 'wxt/browser';

export interface FileToWrite {
  blob: Blob;
  /** The same bytes as a data URL. */
  dataUrl(): Promise<string>;
  /** Below the browser's downloads. */
  path: string;
}

/** What is downloaded has been begun by then, and what the browser reads stays until it is done. */
const URL_STAYS_MS = 60_000;

/**
 * Saves a file below the browser's downloads, without a page and without a question. Rejects where the user has not allowed
 * that, or the browser refuses the name or the place.
 */
export async function saveFile({ blob, dataUrl, path }: FileToWrite): Promise<void> {
  const { downloads } = browser as { downloads?: typeof browser.downloads };
  if (!downloads) throw new Error('Saving files is not allowed');
  // Chromium's worker makes no URLs of blobs; Firefox, whose background does, downloads no data URLs.
  const canMakeUrl = typeof URL.createObjectURL === 'function';
  const url = canMakeUrl ? URL.createObjectURL(blob) : await dataUrl();
  try {
    await downloads.download({ url, filename: path, conflictAction: 'uniquify', saveAs: false });
  } finally {
    if (canMakeUrl) setTimeout(() => URL.revokeObjectURL(url), URL_STAYS_MS);
  }
}
