import { MESSAGES, type MessageName, type ReplyOf, type RequestOf } from './messages.ts';
import { isOwnPage, type Sender } from './own-page.ts';

export type Handlers = {
  [Name in MessageName]: (payload: RequestOf<Name>) => Promise<ReplyOf<Name>>;
};

/**
 * Receives messages in the background: only from pages of this extension, and only messages that parse. Undefined means that
 * the message is not for this receiver. When a handler throws, the reply is INTERNAL; the thrown value may hold a credential
 * and is dropped.
 */
export function createReceiver(handlers: Handlers, own: { id: string; origin: string }) {
  return (message: unknown, sender: Sender): Promise<unknown> | undefined => {
    if (!isOwnPage(sender, own)) return undefined;
    const name = nameOf(message);
    if (name === undefined) return undefined;
    return answer(name, (message as { payload?: unknown }).payload, handlers);
  };
}

function nameOf(message: unknown): MessageName | undefined {
  if (typeof message !== 'object' || message === null || !('name' in message)) return undefined;
  const { name } = message;
  return typeof name === 'string' && Object.hasOwn(MESSAGES, name) ? (name as MessageName) : undefined;
}

async function answer<Name extends MessageName>(
  name: Name,
  payload: unknown,
  handlers: Handlers,
): Promise<ReplyOf<Name>> {
  const parsed = MESSAGES[name].request.safeParse(payload);
  if (!parsed.success) return { ok: false, problem: { code: 'BAD_MESSAGE' } };
  try {
    return await handlers[name](parsed.data as RequestOf<Name>);
  } catch {
    return { ok: false, problem: { code: 'INTERNAL' } };
  }
}
