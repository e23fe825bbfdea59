import { parsePicture } from '../../gallery/picture-schema.ts';
import { readPicture, type StoredPicture } from '../../gallery/read.ts';
import { parseImageDataUrl } from '../../generation/data-url.ts';
import type { Ask } from '../../messages/index.ts';
import { ask } from '../page/extension.ts';

/**
 * Reads a picture from this page's gallery, or from the background when the two share no database, as in private windows.
 * Undefined when neither has it; rejects when neither can be read.
 */
export async function readThroughDoor(
  id: string,
  askBackground: Ask = ask,
  read: typeof readPicture = readPicture,
): Promise<StoredPicture | undefined> {
  const own = await read(id).catch((reason: unknown) => ({ reason }));
  if (own && 'blob' in own) return own;
  const reply = await askBackground('readPicture', { id });
  if (!reply.ok) {
    if (own && reply.problem.code !== 'NO_SUCH_PICTURE') throw own.reason;
    return undefined;
  }
  const picture = parsePicture(reply.value.picture);
  const image = parseImageDataUrl(reply.value.image);
  return picture && image ? { picture, blob: new Blob([image.bytes], { type: image.type }) } : undefined;
}
