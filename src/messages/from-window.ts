import type { RequestOf } from './messages.ts';

type Send = (message: { name: string; payload: unknown }) => Promise<unknown>;

/**
 * Wraps a page's `send`: each `generate` message from a page of a private window gets `isPrivate`. It is set here, so that no
 * part of a page can forget it.
 */
export function fromWindow(send: Send, inPrivateWindow: () => Promise<boolean>): Send {
  return async ({ name, payload }) => {
    if (name !== 'generate' || !(await inPrivateWindow())) return send({ name, payload });
    return send({ name, payload: { ...(payload as RequestOf<'generate'>), isPrivate: true } });
  };
}
