import type { ImageType } from '../../web/image-type.ts';
import type { Picture } from '../picture.ts';

/** The file of an archive that holds the records; the pictures lie beside it. */
export const RECORDS_FILE = 'pictures.json';
export const ARCHIVE_VERSION = 1;
/** Limits of an archive, so that a malicious one cannot fill the memory or the disk. */
export const ARCHIVE_LIMITS = {
  /** Number of files. */
  entries: 100_000,
  /** Bytes of the records, unpacked. */
  recordsBytes: 256 * 1024 * 1024,
  /** Bytes of one picture. */
  pictureBytes: 25 * 1024 * 1024,
} as const;

/** `pictures.json` of an archive. Thumbnails are not in it: they are drawn anew. */
export interface ArchiveRecords {
  format: 'understudy-pictures';
  version: number;
  pictures: { file: string; picture: Picture }[];
}

export const EXTENSIONS: Record<ImageType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
};
