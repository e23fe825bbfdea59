import { MESSAGES, type MessageName, type ReplyOf, type RequestOf } from './messages.ts';
import { isOwnPage, type Sender } from './own-page.ts';

export type Handlers = {
  [Name in MessageName]: (payload: RequestOf<Name>) => Promise<ReplyOf<Name>>;
};

/**
 * The background's side of the messages: answers only pages of this extension, and only what parses. Undefined means "not
 * for us". A handler that throws is answered with INTERNAL; what it threw may hold a credential and goes nowhere.
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
