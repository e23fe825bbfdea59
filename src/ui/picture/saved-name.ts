import type { Picture } from '../../gallery/index.ts';
import { pictureFileName } from './file-name.ts';

/** The file name of a picture. */
export function savedName({
  request,
  createdAt,
  type,
}: Pick<Picture, 'request' | 'createdAt' | 'type'>): string {
  return pictureFileName(request.prompt, new Date(createdAt), type);
}
