import { LONGEST_WAIT_SECONDS } from '../../hub/index.ts';
import type { Problem } from '../../messages/index.ts';
import { isPrivateHost, publicAddress } from '../../web/addresses.ts';
import { discard } from '../../web/read-body.ts';
import { retryAfterSeconds } from '../../web/retry-after.ts';
import { abortable } from '../../web/wait.ts';

interface Asking {
  fetch: (input: string, init?: RequestInit) => Promise<Response>;
  token: string | undefined;
  /** Bytes of the file that are already on the disk. */
  from: number;
  /** Bytes of the whole file; undefined where the hub did not say. */
  size: number | undefined;
  signal: AbortSignal;
  nowMs: number;
}

/**
 * `bytes`: a response whose body begins at byte `from` of the file; `total` bytes in the whole file. `problem`: why there is no
 * body; `mayPass`: whether another try without the user may help.
 */
export type FileAnswer =
  | { kind: 'bytes'; response: Response; from: number; total?: number | undefined }
  | { kind: 'problem'; problem: Problem; mayPass: boolean };

/**
 * Requests a file, or the rest of it from byte `from`. The token goes to the origin of `url` alone: browsers remove it when a
 * redirect leads to another origin (Fetch, "HTTP-redirect fetch"), where the file's address carries its own signature. Rejects
 * when the connection fails or `signal` is aborted.
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
  // Without a readable Content-Range, the body is taken for the rest of the file if its length fits.
  const fits = range ? range.start === from : total !== undefined && total === size;
  return fits && from > 0 ? { ...answer, from, total } : refuse({ code: 'DOWNLOAD_CUT_SHORT' });
}

/**
 * Whether a redirect may end at `final`: on the asked origin, or at a public https address. A hub in a private network may also
 * redirect to another host in a private network.
 */
function mayComeFrom(asked: URL, final: URL): boolean {
  if (final.origin === asked.origin || publicAddress(final.href)) return true;
  return isPrivateHost(asked.hostname) && isPrivateHost(final.hostname);
}

interface Circumstances {
  /** The answer came from another origin than the asked one, after a redirect. */
  moved: boolean;
  hasToken: boolean;
  nowMs: number;
}

/**
 * The problem for an error status. After a redirect (`moved`) the file store has refused, usually because the signed address
 * has expired: another try gets a new address.
 */
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

/** Parses Content-Range (`bytes 5-9/10`); undefined where the header is missing, hidden by CORS or malformed. */
function rangeOf({ headers }: Response): { start: number; total?: number } | undefined {
  const [, start, total] =
    /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15}|\*)$/i.exec(headers.get('content-range') ?? '') ?? [];
  if (start === undefined) return undefined;
  return { start: Number(start), ...(total !== '*' && { total: Number(total) }) };
}

/** Bytes by Content-Length; undefined for a compressed body, whose header counts the compressed bytes. */
function lengthOf({ headers }: Response): number | undefined {
  const text = headers.get('content-length') ?? '';
  return /^\d{1,15}$/.test(text) && !headers.get('content-encoding') ? Number(text) : undefined;
}
