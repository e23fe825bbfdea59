import { asRecord, type LabReply, type LabRequest } from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import type { Repository, RepositoryType } from '../repository.ts';
import { type Hub, isMember } from './hub.ts';
import { describe } from './repository-answers.ts';

const SORTS: Record<string, (repository: Repository) => string | number> = {
  recent: ({ createdAt }) => createdAt,
  updated: ({ lastModified }) => lastModified,
  likes: ({ likes }) => likes,
  downloads: ({ downloads }) => downloads,
  trending: ({ trendingScore }) => trendingScore,
};

function refuseSort(sort: string, request: LabRequest): LabReply {
  const answer = fixture('kohakuhub/list.422', request);
  const { detail } = asRecord(answer.json);
  const [first] = Array.isArray(detail) ? detail : [];
  return { ...answer, json: { detail: [{ ...asRecord(first), input: sort }] } };
}

/** `GET /api/models?author=&sort=&limit=`; every other filter is ignored, other sorts are refused. */
export function listRepositories(hub: Hub, type: RepositoryType, request: LabRequest): LabReply {
  const query = request.url.searchParams;
  const sort = query.get('sort') ?? 'recent';
  const key = SORTS[sort];
  if (key === undefined) return refuseSort(sort, request);
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 1 && limit <= 100_000)) {
    return {
      status: 422,
      json: { detail: [{ type: 'greater_than_equal', loc: ['query', 'limit'], input: limit }] },
    };
  }
  const author = query.get('author');
  const isVisible = (repository: Repository) => repository.private !== true || isMember(hub, request);
  const found = hub.repositories
    .filter((repository) => repository.type === type && isVisible(repository))
    .filter((repository) => author === null || repository.author === author)
    .sort((a, b) => (key(a) === key(b) ? 0 : key(a) < key(b) ? 1 : -1));
  const base = fixture('kohakuhub/model.200', request).json;
  return { status: 200, json: found.slice(0, limit).map((repository) => describe(repository, base)) };
}
