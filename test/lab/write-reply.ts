import { constants } from 'node:http2';
import { Readable, type Writable } from 'node:stream';
import type { LabReply } from './exchange.ts';
import type { Outgoing } from './server.ts';

/** Faults of the connection while an answer is sent. */
export type LineFault = 'truncate' | 'reset-mid' | 'slow-body';

/** Bytes that are sent before a `slow-body` answer stalls. */
const FIRST_BYTES = 1024;
/** Bytes of a large body that are handed on at once. */
const PIECE_BYTES = 256 * 1024;

function* piecesOf(body: Buffer): Generator<Buffer> {
  for (let at = 0; at < body.length; at += PIECE_BYTES) yield body.subarray(at, at + PIECE_BYTES);
}

export function bodyOf(reply: LabReply): Buffer {
  if (reply.body !== undefined) return Buffer.from(reply.body);
  if (reply.text !== undefined) return Buffer.from(reply.text);
  return reply.json === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(reply.json));
}

/** Makes a function that tells whether all of an answer went out; to be called after the answer ended. */
export function isWholeAnswer(response: Outgoing): () => boolean {
  if (!('stream' in response)) return () => response.writableFinished;
  const { stream } = response;
  return () => stream.writableFinished && stream.rstCode === constants.NGHTTP2_NO_ERROR;
}

/** Sends a reply whole, or as the fault says; `reset` breaks the connection off. */
export function writeReply(response: Outgoing, reply: LabReply, reset: () => void, fault?: LineFault): void {
  const body = bodyOf(reply);
  const type = reply.json === undefined ? {} : { 'content-type': 'application/json' };
  const isEmpty = reply.status === 204 || reply.status === 304;
  response.writeHead(reply.status, {
    ...type,
    ...(!isEmpty && { 'content-length': String(body.length) }),
    ...reply.headers,
  });
  if (fault === undefined) {
    // A large body is sent in pieces: Node counts what it still had to send against a connection for ever,
    // and then refuses every later request on that connection.
    if (body.length <= PIECE_BYTES) response.end(body);
    else Readable.from(piecesOf(body)).pipe(response as unknown as Writable);
    return;
  }
  if (fault === 'slow-body') {
    response.write(body.subarray(0, FIRST_BYTES));
    return;
  }
  const half = body.subarray(0, Math.ceil(body.length / 2));
  if (fault === 'reset-mid') response.write(half, () => reset());
  else if ('stream' in response) response.end(half);
  else response.write(half, () => response.socket?.end());
}
