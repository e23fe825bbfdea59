/** One question to one source. */
export interface Question {
  url: string;
  /** Fields to post; without them it is a GET. */
  form?: URLSearchParams;
  /** Whether a success answers the question. */
  isExpected: (body: unknown) => boolean;
  limitBytes: number;
  format: 'json' | 'bytes';
  /** A picture that may lie anywhere: asked without the token, and no word about the source. */
  isElsewhere?: boolean;
}

/** What to hand to `fetch`. No cookies, nothing from or into the browser's own cache, no hint at who asks. */
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
