import type { Problem } from '../../messages/index.ts';
import { isPrivateHost, publicAddress } from '../../web/addresses.ts';
import { discard } from '../../web/read-body.ts';
import { retryAfterSeconds } from '../../web/retry-after.ts';
import { abortable } from '../../web/wait.ts';

interface Asking {
  fetch: (input: string, init?: RequestInit) => Promise<Response>;
  token: string | undefined;
  /** How many bytes are there already. */
  from: number;
  /** How large the whole file is, where the hub said so. */
  size: number | undefined;
  signal: AbortSignal;
  nowMs: number;
}

/** `bytes`: a body that begins at `from`. `problem`: why there is none, and whether trying again by itself may help. */
export type FileAnswer =
  | { kind: 'bytes'; response: Response; from: number; total?: number | undefined }
  | { kind: 'problem'; problem: Problem; mayPass: boolean };

const LONGEST_WAIT_SECONDS = 3_600;

/**
 * Asks for a file, or the rest of one. The token goes to the asked origin alone: browsers take it off a redirect to
 * another one (Fetch, "HTTP-redirect fetch"), where a file's address carries its own signature. Rejects when the line fails.
 */
export async function askForFile(url: string, asking: Asking): Promise<FileAnswer> {
  const { fetch, token, from, size, signal, nowMs } = asking;
  const sent = fetch(url, {
    headers: {
      accept: '*/*',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(from > 0 && { range: `bytes=${from}-` }),
    },
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal,
  });
  const response = await abortable(sent, signal);
  const refuse = (problem: Problem, mayPass = false): FileAnswer => {
    discard(response);
    return { kind: 'problem', problem, mayPass };
  };
  const asked = new URL(url);
  const final = new URL(response.url || url);
  if (!mayComeFrom(asked, final)) return refuse({ code: 'DOWNLOAD_UNSAFE_PLACE', subject: final.host });
  if (!response.ok) {
    const moved = final.origin !== asked.origin;
    return refuse(...refusal(response, { moved, hasToken: token !== undefined, nowMs }));
  }
  const answer = { kind: 'bytes', response } as const;
  if (response.status !== 206) return { ...answer, from: 0, total: lengthOf(response) };
  const range = rangeOf(response);
  const length = lengthOf(response);
  const total = range?.total ?? (length === undefined ? undefined : from + length);
  // Where the range cannot be read, the rest is believed when it is as long as the rest has to be.
  const fits = range ? range.start === from : total !== undefined && total === size;
  return fits && from > 0 ? { ...answer, from, total } : refuse({ code: 'DOWNLOAD_CUT_SHORT' });
}

/** On the asked origin, or at a public https address; a hub in a private network may keep its files elsewhere in it. */
function mayComeFrom(asked: URL, final: URL): boolean {
  if (final.origin === asked.origin || publicAddress(final.href)) return true;
  return isPrivateHost(asked.hostname) && isPrivateHost(final.hostname);
}

interface Circumstances {
  moved: boolean;
  hasToken: boolean;
  nowMs: number;
}

/** What a refusal is called. A store that files were handed over to refuses an address that has run out: a new one helps. */
function refusal(
  { status, headers }: Response,
  { moved, hasToken, nowMs }: Circumstances,
): [problem: Problem, mayPass: boolean] {
  const code = headers.get('x-error-code');
  if (status === 429) {
    const seconds = retryAfterSeconds(headers, nowMs, LONGEST_WAIT_SECONDS);
    return [
      { code: 'HUB_RATE_LIMITED', ...(seconds !== undefined && { retryAfterSeconds: seconds }) },
      false,
    ];
  }
  if (moved) return [{ code: 'HUB_UNAVAILABLE' }, true];
  if (code === 'GatedRepo') return [{ code: 'REPOSITORY_GATED' }, false];
  if (status === 401 && hasToken) return [{ code: 'REPOSITORY_TOKEN_REJECTED' }, false];
  if (status === 401 || status === 403) return [{ code: 'REPOSITORY_DENIED' }, false];
  if (status === 404 || status === 410) return [{ code: 'FILE_NOT_FOUND' }, false];
  return [{ code: 'HUB_UNAVAILABLE' }, status >= 500 || status === 408 || status === 425];
}

/** `bytes 5-9/10`; undefined where the header is missing, hidden or none. */
function rangeOf({ headers }: Response): { start: number; total?: number } | undefined {
  const [, start, total] =
    /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15}|\*)$/i.exec(headers.get('content-range') ?? '') ?? [];
  if (start === undefined) return undefined;
  return { start: Number(start), ...(total !== '*' && { total: Number(total) }) };
}

/** A compressed body's length says nothing of what comes out of it. */
function lengthOf({ headers }: Response): number | undefined {
  const text = headers.get('content-length') ?? '';
  return /^\d{1,15}$/.test(text) && !headers.get('content-encoding') ? Number(text) : undefined;
}
