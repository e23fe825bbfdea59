/** One question to one source. */
export interface Question {
  url: string;
  /** Fields to post; without them it is a GET. */
  form?: URLSearchParams;
  /** Whether a success answers the question. */
  isExpected: (body: unknown) => boolean;
  limitBytes: number;
  format: 'json' | 'bytes';
  /** An avatar, which may lie on any host: no token is sent, and the answer has no effect on the cool-down. */
  anyHost?: boolean;
  /** Whether a success that is too large to read says that the repository is there. */
  asksExistence?: boolean;
  /** A picture waits for the answer: it is asked before listings that wait. */
  isUrgent?: boolean;
}

/** The options for `fetch`: no cookies, no browser cache, no referrer. */
export function requestInit(
  { form, format }: Question,
  token: string | undefined,
  signal: AbortSignal,
): RequestInit {
  const headers = {
    accept: format === 'json' ? 'application/json' : 'image/*',
    ...(token && { authorization: `Bearer ${token}` }),
    ...(form && { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' }),
  };
  return {
    headers,
    signal,
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    ...(form && { method: 'POST', body: form.toString() }),
  };
}
