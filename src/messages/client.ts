import type { ReplyOf } from './replies.ts';
import type { MessageName, RequestOf } from './requests.ts';

export type Ask = <Name extends MessageName>(name: Name, payload: RequestOf<Name>) => Promise<ReplyOf<Name>>;

const MINUTE_MS = 60_000;

/** Answers that take longer than the background's own work: a person signs in, a chain of hubs is slow to answer. */
const PATIENCE_MS: { [Name in MessageName]?: number } = {
  connectPuter: 30 * MINUTE_MS,
  fetchPicture: 5 * MINUTE_MS,
  probeSource: 5 * MINUTE_MS,
  testSource: 5 * MINUTE_MS,
  searchModels: 5 * MINUTE_MS,
  listFiles: 5 * MINUTE_MS,
  repositoryPage: 5 * MINUTE_MS,
  downloadFile: 5 * MINUTE_MS,
};

/**
 * The page's side of the map. Never throws: a background that is gone or answers nothing in the time the message may
 * take (`timeoutMs`, where given) is the problem INTERNAL, so that a page can say so instead of waiting for ever.
 */
export function createClient(
  send: (message: unknown) => Promise<unknown>,
  { timeoutMs }: { timeoutMs?: number } = {},
): Ask {
  return async (name, payload) => {
    const silence = Promise.withResolvers<undefined>();
    const patienceMs = timeoutMs ?? PATIENCE_MS[name] ?? MINUTE_MS;
    const timer = setTimeout(() => silence.resolve(undefined), patienceMs);
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
