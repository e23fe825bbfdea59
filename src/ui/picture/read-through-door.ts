import { readPicture, type StoredPicture } from '../../gallery/read.ts';
import type { Ask } from '../../messages/index.ts';
import { ask } from '../page/extension.ts';
import { storedFromReply } from './stored-from-reply.ts';

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
  return storedFromReply(reply.value);
}
