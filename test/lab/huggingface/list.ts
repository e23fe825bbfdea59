import type { LabReply, LabRequest } from '../exchange.ts';
import type { Repository, RepositoryType } from '../repository.ts';
import type { Account } from './accounts.ts';
import { describe, refuseExpand } from './repository-info.ts';
import type { HuggingFaceState } from './state.ts';

const SORTS = ['trendingScore', 'downloads', 'likes', 'lastModified', 'createdAt'] as const;

function isServed({ routes = {} }: Repository, wanted: string): boolean {
  const names = Object.keys(routes).filter((name) => routes[name]?.status === 'live');
  return wanted === 'all' ? names.length > 0 : wanted.split(',').some((name) => names.includes(name));
}

function fits(repository: Repository, query: URLSearchParams): boolean {
  const { id, author, tags = [], pipelineTag } = repository;
  const search = query.get('search')?.toLowerCase() ?? '';
  const wantedAuthor = query.get('author');
  const wantedTask = query.get('pipeline_tag');
  const provider = query.get('inference_provider');
  return (
    id.toLowerCase().includes(search) &&
    (wantedAuthor === null || author.toLowerCase() === wantedAuthor.toLowerCase()) &&
    (wantedTask === null || pipelineTag === wantedTask) &&
    (provider === null || isServed(repository, provider)) &&
    query.getAll('filter').every((tag) => tags.includes(tag))
  );
}

const compare = (sort: (typeof SORTS)[number]) => (a: Repository, b: Repository) =>
  a[sort] === b[sort] ? 0 : a[sort] < b[sort] ? 1 : -1;

/** `GET /api/models?search=&pipeline_tag=&sort=&limit=…`, with `Link: rel="next"` while there is more. */
export function listRepositories(
  type: RepositoryType,
  request: LabRequest,
  account: Account,
  state: HuggingFaceState,
): LabReply {
  const query = request.url.searchParams;
  const refusal = refuseExpand(request, state);
  if (refusal !== undefined) return refusal;
  const sort = SORTS.find((name) => name === (query.get('sort') ?? 'trendingScore'));
  if (sort === undefined) {
    return { status: 400, json: { error: `"sort" must be one of [${SORTS.join(', ')}]` } };
  }
  const limit = Math.max(1, Math.min(1000, Number(query.get('limit') ?? 1000) || 1000));
  const start = Number(Buffer.from(query.get('cursor') ?? '', 'base64').toString()) || 0;
  const found = state.repositories
    .filter((repository) => repository.type === type && repository.disabled !== true)
    .filter((repository) => repository.private !== true || account.mayReadPrivate)
    .filter((repository) => fits(repository, query))
    .sort(compare(sort));
  const next = new URL(request.url);
  next.searchParams.set('cursor', Buffer.from(String(start + limit)).toString('base64'));
  return {
    status: 200,
    headers: { ...(start + limit < found.length && { link: `<${next.href}>; rel="next"` }) },
    json: found.slice(start, start + limit).map((repository) => describe(repository, query, state)),
  };
}
