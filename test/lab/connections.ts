import type { Socket } from 'node:net';

interface Connection {
  raw: Socket;
  /** How many requests came over this connection before. */
  served: number;
}

/** The TCP connections under a server. They are found again by the client's port, since TLS and HTTP/2 hide them. */
export function createConnections() {
  const open = new Map<number, Connection>();

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
    /** The connection under the socket that a request came from. */
    of(socket: { remotePort?: number | undefined }): Connection {
      const found = open.get(socket.remotePort ?? 0);
      return found ?? { raw: socket as Socket, served: 0 };
    },
    /** Notes that one more request came over a connection. */
    serves(raw: Socket): void {
      const found = open.get(raw.remotePort ?? 0);
      if (found) found.served += 1;
    },
    end(): void {
      for (const { raw } of open.values()) raw.destroy();
    },
  };
}
