import type { Picture } from '../../../gallery/index.ts';
import { pictureFileName } from './file-name.ts';

/** The file name of a picture of the gallery. */
export function savedName({ request, createdAt, type }: Picture): string {
  return pictureFileName(request.prompt, new Date(createdAt), type);
}
