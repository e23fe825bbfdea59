import { sendBytes } from '../byte-range.ts';
import { type LabHost, type LabReply, type LabRequest, openCors } from '../exchange.ts';
import { bytesOf, type LabFile, sha256 } from '../repository.ts';

/** Bytes for a download, whole or the asked range, named by `response-content-disposition` in the query. */
export function serveBytes(file: LabFile, request: LabRequest): LabReply {
  const disposition = request.url.searchParams.get('response-content-disposition');
  const headers = {
    'content-type': 'binary/octet-stream',
    etag: `"${sha256(`xet ${sha256(file.content)}`)}"`,
    'content-disposition': disposition ?? `attachment; filename="${file.path.split('/').at(-1)}";`,
  };
  return sendBytes(bytesOf(file), headers, request);
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
