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

/** Statuses with which a hub hides a file from users who are not signed in. */
const HIDDEN = [401, 403, 404];

/**
 * The address at which a tab can download a file from the shown source. A tab sends no token: if the source has one and the
 * address answers without it as if the file were missing, the user must sign in there first (`needsSignIn`).
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

/** Adds `download=true`: without it Hugging Face shows text files instead of sending an attachment. */
function asAttachment(url: string): string {
  const address = new URL(url);
  address.searchParams.set('download', 'true');
  return address.href;
}

/** Whether the address hides the file without a token. Sends a HEAD request and follows no redirect; false when there is no answer. */
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
