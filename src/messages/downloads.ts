import type { Problem } from './problems.ts';
import type { RepositoryTarget } from './views.ts';

/**
 * A file that the background fetches with a source's token. `ready`: the file is complete, and the next page that shows it saves
 * it. `stopped`: the bytes that came are kept, and the download can go on. `failed`: it ended before bytes came, or the disk failed.
 */
export interface DownloadView {
  id: string;
  /** The id of the source. */
  source: string;
  repository: RepositoryTarget;
  path: string;
  /** The name that the file is saved under. */
  name: string;
  state: 'running' | 'ready' | 'saved' | 'stopped' | 'failed';
  /** Bytes that have come. */
  received: number;
  /** Bytes of the whole file, where the hub says so. */
  size?: number;
  /** The number of bytes from which the latest try went on; left out when it began at the first byte. */
  resumedAt?: number;
  /** The file had to be fetched anew from its first byte. */
  startedOver?: boolean;
  problem?: Problem;
}

/** Broadcast by the background when a download was added, removed or changed. `downloads` are all downloads, newest first. */
export interface DownloadsChanged {
  name: 'downloadsChanged';
  downloads: DownloadView[];
}

/** The downloads of a `DownloadsChanged` broadcast; undefined for any other message. */
export function changedDownloads(message: unknown): DownloadView[] | undefined {
  if (typeof message !== 'object' || message === null || !('name' in message)) return undefined;
  return message.name === 'downloadsChanged' ? (message as DownloadsChanged).downloads : undefined;
}
