import type { Fetch, Hub, RepositoryRef, Source } from '../../hub/index.ts';
import type { FileAddress } from '../../messages/index.ts';
import { startDeadline } from '../../web/deadline.ts';
import { discard } from '../../web/read-body.ts';

interface Ports {
  hub: Pick<Hub, 'resolve'>;
  sources: readonly Source[];
  fetch: Fetch;
  timeoutMs: number;
}

/** What a hub answers when it hides a file from somebody who is not signed in. */
const HIDDEN = [401, 403, 404];

/**
 * Where a tab can get a file from the source that was shown, as something to save. A tab has no token: where one was needed
 * to find the file and the address answers without it as if there were nothing, the user has to sign in there first.
 */
export async function fileAddress(
  { hub, sources, fetch, timeoutMs }: Ports,
  repository: RepositoryRef,
  path: string,
  shown: string | undefined,
): Promise<FileAddress> {
  const { url, source: id } = await hub.resolve(repository, path, { source: shown });
  const source = sources.find((one) => one.id === id);
  const needsSignIn = source?.token !== undefined && (await isHidden(url, fetch, timeoutMs));
  return { url: source?.type === 'huggingface' ? asAttachment(url) : url, source: id, needsSignIn };
}

/** Hugging Face shows a text file unless it is asked to hand it over as an attachment. */
function asAttachment(url: string): string {
  const address = new URL(url);
  address.searchParams.set('download', 'true');
  return address.href;
}

/** Only headers are asked for, without the token, and no redirect is followed. No answer says nothing. */
async function isHidden(url: string, fetch: Fetch, timeoutMs: number): Promise<boolean> {
  const deadline = startDeadline(timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'HEAD',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      signal: deadline.signal,
    });
    discard(response);
    return HIDDEN.includes(response.status);
  } catch {
    return false;
  } finally {
    deadline.stop();
  }
}
