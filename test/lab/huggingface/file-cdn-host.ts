import { type LabHost, type LabReply, type LabRequest, openCors } from '../exchange.ts';
import { bytesOf, type LabFile, sha256 } from '../repository.ts';

/** Bytes for a download, whole or the asked range, named by `response-content-disposition` in the query. */
export function serveBytes(file: LabFile, request: LabRequest): LabReply {
  const bytes = bytesOf(file);
  const disposition = request.url.searchParams.get('response-content-disposition');
  const headers = {
    'content-type': 'binary/octet-stream',
    'accept-ranges': 'bytes',
    etag: `"${sha256(`xet ${sha256(file.content)}`)}"`,
    'content-disposition': disposition ?? `attachment; filename="${file.path.split('/').at(-1)}";`,
  };
  const range = request.headers.range?.match(/^bytes=(\d+)-(\d*)$/);
  if (!range) return { status: 200, headers, body: bytes };
  const start = Number(range[1]);
  const end = Math.min(bytes.length - 1, range[2] ? Number(range[2]) : bytes.length - 1);
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end}/${bytes.length}` },
    body: bytes.subarray(start, end + 1),
  };
}

/** us.aws.cdn.hf.co: files by the digest of their content. */
export function createFileCdn(allFiles: () => LabFile[], cdn: { cors: boolean }): LabHost {
  return {
    handle(request) {
      const digest = request.url.pathname.split('/').at(-1);
      const file = allFiles().find(({ content }) => sha256(content) === digest);
      return file === undefined ? { status: 403, text: 'AccessDenied' } : serveBytes(file, request);
    },
    cors: (request) => (cdn.cors ? { ...openCors(request), 'access-control-expose-headers': '*' } : {}),
  };
}
