import type { Problem } from './problems.ts';
import type { RepositoryTarget } from './views.ts';

/**
 * A file that the background fetches with a source's token. `ready`: it is here whole, and the next page that shows it saves
 * it. `stopped`: what came is kept, and it can go on. `failed`: nothing is kept.
 */
export interface DownloadView {
  id: string;
  /** The id of the source. */
  source: string;
  repository: RepositoryTarget;
  path: string;
  /** What it is saved as. */
  name: string;
  state: 'running' | 'ready' | 'saved' | 'stopped' | 'failed';
  /** Bytes on the disk, and of the whole, where the hub says so. */
  received: number;
  size?: number;
  /** What happened on the way: it went on from `received` bytes after it was cut, or had to begin anew. */
  resumedAt?: number;
  startedOver?: boolean;
  problem?: Problem;
}

/** Broadcast by the background when a download came, went or moved on: all there are now. */
export interface DownloadsChanged {
  name: 'downloadsChanged';
  downloads: DownloadView[];
}

/** The downloads, when a message is this broadcast. */
export function changedDownloads(message: unknown): DownloadView[] | undefined {
  if (typeof message !== 'object' || message === null || !('name' in message)) return undefined;
  return message.name === 'downloadsChanged' ? (message as DownloadsChanged).downloads : undefined;
}
