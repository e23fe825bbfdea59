export { ARCHIVE_LIMITS } from './archive/archive-format.ts';
export { EXPORT_STAYS_MS, removeExports } from './archive/exports-folder.ts';
export { importPictures } from './archive/import-pictures.ts';
export {
  type ArchivePreview,
  type ArchiveProblem,
  type ArchiveRead,
  readArchive,
} from './archive/read-archive.ts';
export { spaceForArchive, writeArchive } from './archive/write-archive.ts';
export { changePictures, purgeDeleted } from './change.ts';
export { clearGallery } from './clear.ts';
export { gallerySums, keepWithin } from './limit.ts';
export type { MadeWith } from './metadata/made-with.ts';
export { readMetadata } from './metadata/read-metadata.ts';
export { type MetadataLevel, withMetadata } from './metadata/write-metadata.ts';
export { type GalleryNotice, NOTICE_KEYS, type NoticeName, parseNotice, withMore } from './notices.ts';
export type { Picture, PictureAttempt } from './picture.ts';
export { parsePicture } from './picture-schema.ts';
export {
  createGalleryReader,
  type GalleryReader,
  type PicturePage,
  type PlaceInGallery,
  readPicture,
  type StoredPicture,
} from './read.ts';
export { fileName } from './saving/file-name.ts';
export { type FileToSave, fileToSave, type SavingSettings } from './saving/file-to-save.ts';
export { createPictureShelf, type PictureShelf } from './shelf.ts';
export { makeThumbnail, type Thumbnail } from './thumbnail.ts';
export { isUnusable } from './unusable.ts';
export { storePicture, storeThumbnail } from './write.ts';
