import { asRecord, type LabReply, type LabRequest } from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import type { HubPath } from '../hub-path.ts';
import { askedPaths, entriesAt } from '../huggingface/files.ts';
import { bytesOf, hasPath, type Repository, sha1, sha256, treeEntries } from '../repository.ts';
import { detail, missing, noRoute } from './answers.ts';
import { type Hub, isMember } from './hub.ts';

/** A repository as `/api/models/{id}` tells it: the tags of Hugging Face are there, but empty. */
export function describe(repository: Repository, base: unknown): Record<string, unknown> {
  const { id, type, author, sha, downloads, likes, lastModified, createdAt } = repository;
  return {
    ...asRecord(base),
    _id: Number.parseInt(sha1(`${type} ${id}`).slice(0, 6), 16),
    id,
    modelId: id,
    author,
    sha,
    lastModified,
    createdAt,
    private: repository.private === true,
    downloads,
    likes,
    siblings: repository.files.map(({ path }) => ({ rfilename: path })),
  };
}

/** KohakuHub before February 2026 answers with paths relative to the asked folder. */
function relativeTo(folder: string, entries: ReturnType<typeof treeEntries>): ReturnType<typeof treeEntries> {
  if (folder === '') return entries;
  return entries.map((entry) => ({ ...entry, path: String(entry.path).slice(folder.length + 1) }));
}

function refuse(
  hub: Hub,
  repository: Repository | undefined,
  at: HubPath,
  request: LabRequest,
): LabReply | undefined {
  const isHidden = repository?.private === true && !isMember(hub, request);
  const is2025 = hub.generation === '2025';
  if (repository !== undefined && isHidden && is2025) {
    const isAnonymous = request.headers.authorization === undefined;
    return detail(isAnonymous ? 401 : 403, `You do not have access to ${at.id}`);
  }
  if (repository === undefined || isHidden) {
    if (is2025 && at.operation === 'resolve') return detail(404, 'Not found');
    return missing('RepoNotFound', `Repository '${at.id}' (${at.type}) not found`);
  }
  if (repository.disabled) return fixture('hub/disabled.403', request);
  if (at.revision === 'main' || at.revision === repository.sha) return undefined;
  return missing('RevisionNotFound', `Revision '${at.revision}' not found in repository '${at.id}'`);
}

function answerFile(hub: Hub, repository: Repository, { path }: HubPath, request: LabRequest): LabReply {
  const file = repository.files.find((entry) => entry.path === path);
  if (file === undefined) {
    return hub.generation === '2025'
      ? detail(404, 'Not found')
      : missing('EntryNotFound', `Entry '${path}' not found`);
  }
  const digest = sha256(file.content);
  const name = path.split('/').at(-1) ?? '';
  const described = {
    'x-repo-commit': repository.sha,
    'x-linked-etag': digest,
    'x-linked-size': String(bytesOf(file).length),
    etag: digest,
    'accept-ranges': 'bytes',
  };
  const disposition = `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  if (request.method === 'HEAD') {
    const headers = {
      ...described,
      'content-type': 'application/octet-stream',
      'content-disposition': disposition,
    };
    return { status: 200, headers, body: bytesOf(file) };
  }
  const { protocol, host } = request.url;
  const query = new URLSearchParams({
    'response-content-disposition': disposition,
    'X-Amz-Signature': 'sample',
  });
  const location = `${protocol}//s3.${host}/hub-storage/lfs/${digest}?${query}`;
  return { status: 302, headers: { ...described, location, 'cache-control': 'no-store' } };
}

/** What the hub itself answers about one repository, before any fallback. */
export function answerRepository(hub: Hub, at: HubPath, request: LabRequest): LabReply {
  if (!at.id.includes('/')) return noRoute;
  const repository = hub.find(at.type, at.id);
  const refusal = refuse(hub, repository, at, request);
  if (refusal !== undefined || repository === undefined) return refusal ?? noRoute;
  switch (at.operation) {
    case 'tree': {
      if (!hasPath(repository, at.path)) return missing('EntryNotFound', `Entry '${at.path}' not found`);
      const isRecursive = request.url.searchParams.get('recursive') === 'true';
      const entries = treeEntries(repository, at.path, isRecursive);
      return { status: 200, json: hub.generation === '2025' ? relativeTo(at.path, entries) : entries };
    }
    case 'paths-info': {
      // Form fields only: a JSON body is refused.
      const paths = askedPaths(request, false);
      if (paths === undefined) return fixture('kohakuhub/paths-info.422', request);
      return { status: 200, json: entriesAt(repository, paths) };
    }
    case 'resolve':
      return answerFile(hub, repository, at, request);
    default:
      return { status: 200, json: describe(repository, fixture('kohakuhub/model.200', request).json) };
  }
}
