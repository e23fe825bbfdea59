import type { LabReply, LabRequest } from './exchange.ts';

/** Bytes as a server with `Accept-Ranges: bytes` sends them: whole, or the one range that was asked for. */
export function sendBytes(bytes: Buffer, headers: Record<string, string>, request: LabRequest): LabReply {
  const [, first, last] = request.headers.range?.match(/^bytes=(\d+)-(\d*)$/) ?? [];
  if (first === undefined)
    return { status: 200, headers: { ...headers, 'accept-ranges': 'bytes' }, body: bytes };
  const start = Number(first);
  if (start >= bytes.length) return { status: 416, headers: { 'content-range': `bytes */${bytes.length}` } };
  const end = Math.min(bytes.length - 1, last ? Number(last) : bytes.length - 1);
  return {
    status: 206,
    headers: {
      ...headers,
      'accept-ranges': 'bytes',
      'content-range': `bytes ${start}-${end}/${bytes.length}`,
    },
    body: bytes.subarray(start, end + 1),
  };
}
