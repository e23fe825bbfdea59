import type { Socket } from 'node:net';

interface Connection {
  /** How many requests came over this connection before. */
  served: number;
  /** Breaks the connection off. Does nothing when it is closed already. */
  reset(): void;
}

/** The TCP connections under a server. They are found again by the client's port, since TLS and HTTP/2 hide them. */
export function createConnections() {
  const open = new Map<number, { raw: Socket; served: number }>();

  return {
    add(raw: Socket): void {
      const from = raw.remotePort ?? 0;
      open.set(from, { raw, served: 0 });
      raw.on('close', () => {
        if (open.get(from)?.raw === raw) open.delete(from);
      });
      // Connection resets are expected here.
      raw.on('error', () => {});
    },
    /**
     * The connection under the socket that a request came from, which counts the request. A client that was killed may have closed
     * it before its request is handled: then the socket, of TLS or HTTP/2, has no port any more.
     */
    serve(socket: { remotePort?: number | undefined } | undefined): Connection {
      const found = open.get(socket?.remotePort ?? 0);
      const served = found?.served ?? 0;
      if (found) found.served += 1;
      return { served, reset: () => void found?.raw.resetAndDestroy() };
    },
    end(): void {
      for (const { raw } of open.values()) raw.destroy();
    },
  };
}
