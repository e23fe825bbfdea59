import { browser } from 'wxt/browser';
import { downloadEnd } from './download-end.ts';

export interface FileToWrite {
  blob: Blob;
  /** The same bytes as a data URL. */
  dataUrl(): Promise<string>;
  /** The path of the file in the browser's downloads folder. */
  path: string;
}

/** How long a blob's URL is kept: the download has begun by then, and a download that has begun does not need the URL any more. */
const URL_STAYS_MS = 60_000;

/**
 * Saves a file in the browser's downloads folder, without a page and without asking the user. A file with the same name is kept:
 * the new one gets a number. Rejects where the user has not granted the `downloads` permission, the browser refuses the path,
 * or the file cannot be written. Resolves where the user ended the download.
 */
export async function saveFile({ blob, dataUrl, path }: FileToWrite): Promise<void> {
  const { downloads } = browser as { downloads?: typeof browser.downloads };
  if (!downloads) throw new Error('Saving files is not allowed');
  // Chromium's worker cannot make blob URLs; Firefox's background can, but Firefox does not download data URLs.
  const canMakeUrl = typeof URL.createObjectURL === 'function';
  const url = canMakeUrl ? URL.createObjectURL(blob) : await dataUrl();
  try {
    const id = await downloads.download({ url, filename: path, conflictAction: 'uniquify', saveAs: false });
    await downloadEnd(downloads, id);
  } finally {
    if (canMakeUrl) setTimeout(() => URL.revokeObjectURL(url), URL_STAYS_MS);
  }
}
