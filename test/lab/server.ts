import {
  createServer as createPlainServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { createCertificate } from './certificate.ts';
import type { LabHost, LabReply, LabRequest } from './exchange.ts';
import { isHousekeeping } from './housekeeping.ts';
import { type LogEntry, preciseNow, type RequestLog } from './request-log.ts';
import { perform, type Scripts } from './script.ts';
import { writeReply } from './write-reply.ts';

export interface ServerParts {
  log: RequestLog;
  scripts: Scripts;
  hostFor(name: string): LabHost;
  /** Sees every request before it is answered, to notice what should never be sent. */
  inspect(request: LabRequest): void;
  /** Whether connections stay open between requests. */
  keepAlive: boolean;
}

async function readRequest(message: IncomingMessage, scheme: string): Promise<LabRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const authority = message.headers.host ?? 'unknown.example';
  const pairs = Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
  const url = new URL(message.url ?? '/', `${scheme}://${authority}`);
  return {
    method: message.method ?? 'GET',
    host: url.hostname,
    url,
    headers: Object.fromEntries(pairs),
    bodyText: Buffer.concat(chunks).toString('utf8'),
  };
}

/** Aborts when the client goes before the answer is out; the log learns of it. */
function watchLine(response: ServerResponse, entry: LogEntry, log: RequestLog) {
  const line = new AbortController();
  let isCutByLab = false;
  response.on('finish', () => {
    entry.answeredAt = preciseNow();
    log.changed();
  });
  response.on('close', () => {
    entry.closedEarly = !response.writableFinished && !isCutByLab;
    line.abort();
    log.changed();
  });
  const cut = () => {
    isCutByLab = true;
  };
  return { signal: line.signal, cut };
}

async function answer(
  request: LabRequest,
  response: ServerResponse,
  raw: Socket,
  { hostFor, scripts, inspect, log }: ServerParts,
) {
  const entry = log.add(request);
  const line = watchLine(response, entry, log);
  inspect(request);
  const host = hostFor(request.host);
  const isPreflight = request.method === 'OPTIONS';
  const pass = async (): Promise<LabReply> => (isPreflight ? { status: 204 } : host.handle(request));
  const outcome = await perform(scripts.next(request) ?? 'pass', request, pass, line.signal);
  if (outcome.kind === 'reset') {
    line.cut();
    raw.resetAndDestroy();
  }
  if (outcome.kind !== 'reply' || line.signal.aborted) return;
  const { reply, cors, fault } = outcome;
  if (fault === 'truncate' || fault === 'reset-mid') line.cut();
  entry.status = reply.status;
  log.changed();
  const headers = { ...(cors && host.cors(request)), ...reply.headers };
  writeReply(response, { ...reply, headers }, raw, fault);
}

/** Listens on loopback with TLS and, on another port, without; both speak the same. */
export async function listen(parts: ServerParts, port: number, names: readonly string[]) {
  const rawSockets = new Map<number, Socket>();

  const handler = (scheme: string) => async (message: IncomingMessage, response: ServerResponse) => {
    const raw = rawSockets.get(message.socket.remotePort ?? 0) ?? message.socket;
    if (!parts.keepAlive) response.setHeader('connection', 'close');
    try {
      const request = await readRequest(message, scheme);
      if (isHousekeeping(request.host)) response.writeHead(404).end();
      else await answer(request, response, raw, parts);
    } catch (error) {
      // A client that leaves while an answer is prepared ends here too, and is nothing to report.
      if (response.destroyed || !response.writable) return;
      response.writeHead(500, { 'content-type': 'text/plain' }).end(`The lab failed: ${String(error)}`);
    }
  };

  const secure = createTlsServer(createCertificate(names), handler('https'));
  const plain = createPlainServer(handler('http'));
  for (const server of [secure, plain]) {
    server.on('connection', (socket: Socket) => {
      const from = socket.remotePort ?? 0;
      rawSockets.set(from, socket);
      socket.on('close', () => rawSockets.delete(from));
      // Resets are part of the game.
      socket.on('error', () => {});
    });
    server.on('tlsClientError', () => {});
    server.on('clientError', () => {});
  }

  const start = (server: Server, at: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  const stop = (server: Server) =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  return {
    port: await start(secure, port),
    httpPort: await start(plain, 0),
    async close() {
      for (const socket of rawSockets.values()) socket.destroy();
      await Promise.all([stop(secure), stop(plain)]);
    },
  };
}
