import type { RequestOf } from './messages.ts';

type Send = (message: { name: string; payload: unknown }) => Promise<unknown>;

/**
 * Sends messages for a page. What begins pictures says of itself whether it comes from a private window, so that no part of
 * any page can forget it.
 */
export function fromWindow(send: Send, inPrivateWindow: () => Promise<boolean>): Send {
  return async ({ name, payload }) => {
    if (name !== 'generate' || !(await inPrivateWindow())) return send({ name, payload });
    return send({ name, payload: { ...(payload as RequestOf<'generate'>), isPrivate: true } });
  };
}
