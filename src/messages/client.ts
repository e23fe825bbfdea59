import type { MessageName, ReplyOf, RequestOf } from './messages.ts';
import { patienceMs } from './patience.ts';

export type Ask = <Name extends MessageName>(name: Name, payload: RequestOf<Name>) => Promise<ReplyOf<Name>>;

/**
 * Sends messages from a page. Never throws: when the background is gone or does not answer within the message's time limit
 * (`timeoutMs`, if given), the reply is the problem INTERNAL, so that a page does not wait for ever.
 */
export function createClient(
  send: (message: { name: string; payload: unknown }) => Promise<unknown>,
  { timeoutMs }: { timeoutMs?: number } = {},
): Ask {
  return async (name, payload) => {
    const silence = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => silence.resolve(undefined), timeoutMs ?? patienceMs(name));
    try {
      const reply = await Promise.race([send({ name, payload }), silence.promise]);
      if (isReply(reply)) return reply as ReplyOf<typeof name>;
    } catch {
      // The worker was restarted meanwhile, or the extension updated.
    } finally {
      clearTimeout(timer);
    }
    return { ok: false, problem: { code: 'INTERNAL' } };
  };
}

function isReply(value: unknown): value is { ok: boolean } {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}
