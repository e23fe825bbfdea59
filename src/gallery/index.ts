export { changePictures, purgeDeleted } from './change.ts';
export { clearGallery } from './clear.ts';
export type { Picture, PictureAttempt } from './picture.ts';
export {
  createGalleryReader,
  type GalleryReader,
  type PicturePage,
  type PlaceInGallery,
  readPicture,
  type StoredPicture,
} from './read.ts';
export { makeThumbnail, type Thumbnail } from './thumbnail.ts';
export { storePicture, storeThumbnail } from './write.ts';
