export type { Picture } from './picture.ts';
export { readPicture, type StoredPicture } from './read.ts';
export { storePicture } from './write.ts';
