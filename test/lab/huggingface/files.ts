import { sendBytes } from '../byte-range.ts';
import type { LabReply, LabRequest } from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import type { HubPath } from '../hub-path.ts';
import {
  bytesOf,
  fileEntry,
  hasPath,
  type Repository,
  sha1,
  sha256,
  sizeOf,
  treeEntries,
} from '../repository.ts';

/** Where large files are served from. */
export const FILE_CDN = 'us.aws.cdn.hf.co';

const PAGE = 1000;

export function answerTree(repository: Repository, { path }: HubPath, request: LabRequest): LabReply {
  if (!hasPath(repository, path)) return fixture('hub/entry.404', request);
  const query = request.url.searchParams;
  const isRecursive = query.get('recursive') === 'true' || query.get('recursive') === '1';
  const entries = treeEntries(repository, path, isRecursive);
  const limit = Math.min(PAGE, Number(query.get('limit')) || PAGE);
  const start = Number(Buffer.from(query.get('cursor') ?? '', 'base64').toString()) || 0;
  const next = new URL(request.url);
  next.searchParams.set('cursor', Buffer.from(String(start + limit)).toString('base64'));
  return {
    status: 200,
    headers: { ...(start + limit < entries.length && { link: `<${next.href}>; rel="next"` }) },
    json: entries.slice(start, start + limit),
  };
}

/** The `paths` of a paths-info body, sent as JSON or as a form; undefined when there are none. */
export function askedPaths(request: LabRequest, mayBeJson: boolean): string[] | undefined {
  if (!request.headers['content-type']?.startsWith('application/json')) {
    const paths = new URLSearchParams(request.bodyText).getAll('paths');
    return paths.length > 0 ? paths : undefined;
  }
  if (!mayBeJson) return undefined;
  const { paths } = JSON.parse(request.bodyText || '{}') as { paths?: unknown };
  return Array.isArray(paths) ? paths.map(String) : undefined;
}

/** Files and folders among the asked paths; what does not exist is left out. */
export function entriesAt(repository: Repository, paths: string[]): Record<string, unknown>[] {
  return paths.flatMap((path) => {
    const file = repository.files.find((entry) => entry.path === path);
    if (file !== undefined) return [fileEntry(file)];
    return path !== '' && hasPath(repository, path)
      ? [{ type: 'directory', oid: sha1(path), size: 0, path }]
      : [];
  });
}

/** `/{id}/resolve/{rev}/{file}`: small files move on to a path of the same host, large ones to the CDN. */
export function resolveFile(repository: Repository, { type, path }: HubPath, request: LabRequest): LabReply {
  const file = repository.files.find((entry) => entry.path === path);
  if (file === undefined) return fixture('hub/entry.404', request);
  const name = path.split('/').at(-1) ?? '';
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (!file.lfs) {
    const answer = fixture('hub/resolve.head.small.307', request);
    const location = `/api/resolve-cache/${type}s/${repository.id}/${repository.sha}/${encoded}${request.url.search}`;
    const etag = `"${sha1(file.content)}"`;
    const more = { location, 'x-repo-commit': repository.sha, 'x-linked-etag': etag };
    return {
      ...answer,
      headers: { ...answer.headers, ...more, 'content-disposition': `inline; filename="${name}";` },
    };
  }
  const hash = sha256(`xet ${sha256(file.content)}`);
  const linked = {
    'x-repo-commit': repository.sha,
    'x-linked-size': String(sizeOf(file)),
    'x-linked-etag': `"${sha256(file.content)}"`,
    'x-xet-hash': hash,
    etag: `"${sha256(file.content)}"`,
  };
  if (request.headers.accept?.includes('application/vnd.xet-fileinfo+json')) {
    const answer = fixture('hub/resolve.get.xet-fileinfo', request);
    const auth = `<https://huggingface.co/api/${type}s/${repository.id}/xet-read-token/${repository.sha}>; rel="xet-auth"`;
    const plan = `<https://cas-server.xethub.hf.co/v1/reconstructions/${hash}>; rel="xet-reconstruction-info"`;
    const headers = { ...answer.headers, ...linked, link: `${auth}, ${plan}` };
    return { ...answer, headers, text: JSON.stringify({ hash }) };
  }
  const answer = fixture('hub/resolve.head.lfs.302', request);
  const disposition = encodeURIComponent(`attachment; filename="${name}";`);
  const location = `https://${FILE_CDN}/xet-bridge-us/${sha256(file.content)}?response-content-disposition=${disposition}&Signature=sample`;
  const { link: _, ...headers } = answer.headers ?? {};
  return { ...answer, headers: { ...headers, ...linked, location } };
}

/** `/api/resolve-cache/{type}s/{id}/{sha}/{file}`: the bytes of a small file. */
export function readCachedFile(repository: Repository, path: string, request: LabRequest): LabReply {
  const file = repository.files.find((entry) => entry.path === path);
  if (file === undefined) return fixture('hub/entry.404', request);
  const answer = fixture('hub/resolve-cache.200', request);
  const headers = { ...answer.headers, etag: `"${sha1(file.content)}"`, 'x-repo-commit': repository.sha };
  return sendBytes(bytesOf(file), headers, request);
}
