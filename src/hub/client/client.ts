import { type Deadline, startDeadline } from '../../web/deadline.ts';
import { discard, readBytes } from '../../web/read-body.ts';
import { abortable, abortError } from '../../web/wait.ts';
import type { Answer } from '../answers/answer.ts';
import { type Question, requestInit } from '../protocol/question.ts';
import { isOwnOrigin } from '../protocol/source-url.ts';
import type { Clock, Fetch, HubSettings, Source } from '../types.ts';
import type { CoolDowns, Rest } from './cool-down.ts';
import { interpret, isWorthReading, type Received } from './interpretation.ts';
import type { Slots } from './slots.ts';

/** Puts a question to a source. Every outcome is an answer with a verdict; only an abort by the caller throws. */
export type Ask = (source: Source, question: Question, signal: AbortSignal) => Promise<Answer>;

interface ClientPorts {
  fetch: Fetch;
  clock: Clock;
  slots: Slots;
  coolDowns: CoolDowns;
  settings: () => HubSettings;
  sources: () => readonly Source[];
}

/** Sends the hub's requests: waits for a slot, sets the time-out and the token, and after a refused token asks once more without it. */
export function createClient({ fetch, clock, slots, coolDowns, settings, sources }: ClientPorts): Ask {
  return (source, question, caller) => {
    const restWhenAsked = coolDowns.of(source);
    const turn = { source: source.id, isUrgent: question.isUrgent === true };
    const task = (overtaken: AbortSignal) =>
      ask(source, question, AbortSignal.any([caller, overtaken]), restWhenAsked);
    return slots(turn, task, caller);
  };

  async function ask(
    source: Source,
    question: Question,
    caller: AbortSignal,
    restWhenAsked: Promise<Rest | undefined>,
  ): Promise<Answer> {
    const startedAt = performance.now();
    const deadline = startDeadline(settings().timeoutMs, caller);
    try {
      const answer = await askWithAndWithoutToken(source, question, deadline);
      if (caller.aborted) throw abortError();
      if (!question.anyHost) await coolDowns.note(answer, await restWhenAsked);
      return { ...answer, ms: Math.round(performance.now() - startedAt) };
    } finally {
      deadline.stop();
    }
  }

  async function askWithAndWithoutToken(
    asked: Source,
    question: Question,
    deadline: Deadline,
  ): Promise<Answer> {
    const source = asItIsNow(asked);
    if (!source) return { source: asked, verdict: 'skipped', reason: 'revoked' };
    const answer = await askOnce(source, question, tokenToSend(source, question), deadline);
    if (answer.verdict !== 'token-rejected' || !asItIsNow(asked)) return answer;
    const anonymous = await askOnce(source, question, undefined, deadline);
    return anonymous.verdict === 'present' ? anonymous : answer;
  }

  /** The source with the token it has now; undefined when it was removed, moved or switched off since it was chosen. */
  function asItIsNow(asked: Source): Source | undefined {
    if (!settings().enabled) return undefined;
    const now = sources().find(({ id }) => id === asked.id);
    return now?.enabled && now.url === asked.url && now.type === asked.type ? now : undefined;
  }

  async function askOnce(
    source: Source,
    question: Question,
    token: string | undefined,
    deadline: Deadline,
  ): Promise<Answer> {
    const received = await receive(source, question, token, deadline.signal).catch(() => undefined);
    if (received) return interpret(source, question, received, token, clock.now());
    // The error's own text is left out: some engines quote the refused header, token and all.
    return deadline.ended() === 'TIMEOUT'
      ? { source, verdict: 'unreachable', reason: 'timed-out' }
      : { source, verdict: 'unreachable', reason: 'no-connection' };
  }

  async function receive(
    source: Source,
    question: Question,
    token: string | undefined,
    signal: AbortSignal,
  ): Promise<Received> {
    const response = await abortable(fetch(question.url, requestInit(question, token, signal)), signal);
    const { status, headers, url } = response;
    const finalUrl = url || question.url;
    if (isWorthReading(question, source, response.ok, finalUrl)) {
      const body = await readBytes(response, { maxBytes: question.limitBytes, signal });
      if (!body.ok && body.reason === 'truncated') throw new TypeError('The answer broke off.');
      return { status, headers, finalUrl, bytes: body.ok ? body.bytes : 'too-large' };
    }
    discard(response);
    return { status, headers, finalUrl, bytes: undefined };
  }
}

/** A token goes to its source's own origin and nowhere else, and never for a picture. */
function tokenToSend(source: Source, { url, anyHost }: Question): string | undefined {
  return source.token && !anyHost && isOwnOrigin(source, url) ? source.token : undefined;
}
