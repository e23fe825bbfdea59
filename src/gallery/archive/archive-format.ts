import type { ImageType } from '../../web/image-type.ts';
import type { Picture } from '../picture.ts';

/** The file in an archive that contains the records of the pictures. */
export const RECORDS_FILE = 'pictures.json';
export const ARCHIVE_VERSION = 1;
/** Limits of an archive, so that a malicious one cannot fill the memory or the disk. */
export const ARCHIVE_LIMITS = {
  /** Number of files. */
  entries: 100_000,
  /** Bytes of the records, unpacked. */
  recordsBytes: 256 * 1024 * 1024,
  /** Characters of one record as JSON: several times the longest that Understudy writes. */
  recordCharacters: 1_000_000,
  /** Bytes of one picture. */
  pictureBytes: 25 * 1024 * 1024,
} as const;

/** The content of `pictures.json`. An archive has no thumbnails: they are made anew at import. */
export interface ArchiveRecords {
  format: 'understudy-pictures';
  version: number;
  pictures: { file: string; picture: Picture }[];
}

/** The file name's ending for each type. */
export const EXTENSIONS: Record<ImageType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
};
