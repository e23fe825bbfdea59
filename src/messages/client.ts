import type { MessageName, ReplyOf, RequestOf } from './messages.ts';
import { patienceMs } from './patience.ts';

export type Ask = <Name extends MessageName>(name: Name, payload: RequestOf<Name>) => Promise<ReplyOf<Name>>;

/**
 * The page's side of the messages. Never throws: a background that is gone or answers nothing in the time the message may
 * take (`timeoutMs`, where given) is the problem INTERNAL, so that a page can say so instead of waiting for ever.
 */
export function createClient(
  send: (message: unknown) => Promise<unknown>,
  { timeoutMs }: { timeoutMs?: number } = {},
): Ask {
  return async (name, payload) => {
    const silence = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => silence.resolve(undefined), timeoutMs ?? patienceMs(name));
    try {
      const reply = await Promise.race([send({ name, payload }), silence.promise]);
      if (isReply(reply)) return reply as ReplyOf<typeof name>;
    } catch {
      // The worker was restarted in between, or the extension updated: there is nobody to ask.
    } finally {
      clearTimeout(timer);
    }
    return { ok: false, problem: { code: 'INTERNAL' } };
  };
}

function isReply(value: unknown): value is { ok: boolean } {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
