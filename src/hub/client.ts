import { abortError, untilAborted } from './abort.ts';
import type { Answer } from './answer.ts';
import { discard, parseJson, readBytes } from './body.ts';
import type { CoolDowns } from './cool-down.ts';
import { startDeadline } from './deadline.ts';
import { nextLink } from './link-header.ts';
import { retryAfterSeconds } from './rate-limit.ts';
import { repositoryIdIn, saysGated } from './shapes.ts';
import type { Slots } from './slots.ts';
import { isOwnOrigin } from './source-url.ts';
import type { Clock, Fetch, HubSettings, Source } from './types.ts';
import { verdictOnBody, verdictOnStatus } from './verdict.ts';

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

/** Puts a question to a source. Every outcome is an answer with a verdict; only an abort by the caller throws. */
export type Ask = (source: Source, question: Question, signal: AbortSignal) => Promise<Answer>;

interface ClientPorts {
  fetch: Fetch;
  clock: Clock;
  slots: Slots;
  coolDowns: CoolDowns;
  settings: () => HubSettings;
}

const LONGEST_MESSAGE = 500;

/** The hub's way to the network: time-out, token, verdict, and the second question without a refused token. */
export function createClient({ fetch, clock, slots, coolDowns, settings }: ClientPorts): Ask {
  return (source, question, caller) =>
    slots(async () => {
      const startedAt = performance.now();
      const restBefore = await coolDowns.of(source);
      const deadline = startDeadline(settings().timeoutMs, caller);
      try {
        const answer = await askWithAndWithoutToken();
        if (!question.isElsewhere) await coolDowns.note(answer, restBefore);
        return { ...answer, ms: Math.round(performance.now() - startedAt) };
      } finally {
        deadline.clear();
      }

      async function askWithAndWithoutToken(): Promise<Answer> {
        const answer = await askOnce(question.isElsewhere ? undefined : tokenFor(source, question.url));
        if (answer.verdict !== 'token-rejected') return answer;
        const anonymous = await askOnce(undefined);
        return anonymous.verdict === 'present' ? anonymous : answer;
      }

      async function askOnce(token: string | undefined): Promise<Answer> {
        try {
          const response = await untilAborted(
            fetch(question.url, requestInit(question, token, deadline.signal)),
            deadline.signal,
          );
          return await read(source, question, response, token, deadline.signal, clock);
        } catch {
          if (caller.aborted) throw abortError();
          // The error's own text is left out: some engines quote the refused header, token and all.
          return deadline.isOver()
            ? { source, verdict: 'unreachable', code: 'TimedOut', message: 'No answer in time.' }
            : { source, verdict: 'unreachable', code: 'NetworkError', message: 'The connection failed.' };
        }
      }
    }, caller);
}

/** A token goes to its source's own origin and nowhere else. */
function tokenFor(source: Source, url: string): string | undefined {
  return source.token && isOwnOrigin(source, url) ? source.token : undefined;
}

function requestInit(
  { form, format }: Question,
  token: string | undefined,
  signal: AbortSignal,
): RequestInit {
  const headers: Record<string, string> = { accept: format === 'json' ? 'application/json' : 'image/*' };
  if (token) headers.authorization = `Bearer ${token}`;
  const init: RequestInit = {
    headers,
    signal,
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
  if (!form) return init;
  headers['content-type'] = 'application/x-www-form-urlencoded;charset=UTF-8';
  return { ...init, method: 'POST', body: form.toString() };
}

async function read(
  source: Source,
  question: Question,
  response: Response,
  token: string | undefined,
  signal: AbortSignal,
  clock: Clock,
): Promise<Answer> {
  const { status, headers } = response;
  const finalUrl = response.url || question.url;
  const answer: Answer = { source, verdict: 'invalid', status, ...complaint(headers, token) };

  if (!question.isElsewhere && !isOwnOrigin(source, finalUrl)) {
    discard(response);
    return { ...answer, code: 'OtherOrigin', message: 'The answer came from another origin.' };
  }
  if (!response.ok) {
    discard(response);
    const verdict = verdictOnStatus(status, headers, token !== undefined);
    return {
      ...answer,
      verdict,
      retryAfterSeconds: waitOf(verdict, headers, clock),
      access: accessOf(verdict, undefined),
    };
  }
  const bytes = await readBytes(response, question.limitBytes, signal);
  if (!bytes) return { ...answer, code: 'TooLarge', message: 'The answer is too large.' };

  const body = question.format === 'json' ? parseJson(bytes) : bytes;
  const verdict = verdictOnBody(body, question.isElsewhere ? new Headers() : headers, question.isExpected);
  if (verdict !== 'present') return { ...answer, verdict };
  const next = nextLink(headers.get('link'), finalUrl);
  return {
    ...answer,
    verdict,
    body,
    canonicalId: repositoryIdIn(body),
    access: accessOf(verdict, body),
    next: next && isOwnOrigin(source, next) ? next : undefined,
  };
}

/** What the hub says is wrong, in its own words, without the token should it quote it. */
function complaint(headers: Headers, token: string | undefined): Pick<Answer, 'code' | 'message'> {
  const message = headers.get('x-error-message')?.slice(0, LONGEST_MESSAGE);
  return {
    code: headers.get('x-error-code') ?? undefined,
    message: token ? message?.replaceAll(token, '…') : message,
  };
}

function waitOf(verdict: Answer['verdict'], headers: Headers, clock: Clock): number | undefined {
  return verdict === 'rate-limited' ? retryAfterSeconds(headers, clock.now()) : undefined;
}

function accessOf(verdict: Answer['verdict'], body: unknown): Answer['access'] {
  if (verdict === 'gated') return 'gated';
  if (verdict !== 'present') return undefined;
  return saysGated(body) ? 'gated' : 'open';
}
