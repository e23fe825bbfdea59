import { type LabHost, type LabReply, type LabRequest, openCors } from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import { type HubPath, readApiPath, readFilePath } from '../hub-path.ts';
import type { Repository } from '../repository.ts';
import { type Account, accountOf, whoAmI } from './accounts.ts';
import { answerTree, askedPaths, entriesAt, readCachedFile, resolveFile } from './files.ts';
import { listRepositories } from './list.ts';
import { answerPage } from './pages.ts';
import { answerPeople } from './people.ts';
import { describe, refuseExpand } from './repository-info.ts';
import type { HuggingFaceState } from './state.ts';

/**
 * The refusal when a caller may not see a repository, or may see it but not its files, or names an unknown
 * revision; undefined when nothing is wrong.
 */
function refuse(
  repository: Repository | undefined,
  at: HubPath,
  request: LabRequest,
  account: Account,
): LabReply | undefined {
  const isHidden = repository?.private === true && !account.mayReadPrivate;
  if (repository === undefined || isHidden) {
    if (account.kind === 'valid') return fixture('hub/repo.404.authed', request);
    return fixture(at.operation === 'resolve' ? 'hub/repo.401.anon.resolve' : 'hub/repo.401.anon', request);
  }
  if (repository.disabled) return fixture('hub/disabled.403', request);
  const isFile = at.operation === 'resolve';
  if (isFile && repository.gated !== undefined && !account.mayReadGated) {
    return fixture(account.kind === 'valid' ? 'hub/gated.403' : 'hub/gated.401', request);
  }
  const isKnown = ['main', 'HEAD', 'refs/pr/1', repository.sha].includes(at.revision);
  return isKnown ? undefined : fixture('hub/revision.404', request);
}

function answerRepository(
  at: HubPath,
  request: LabRequest,
  account: Account,
  state: HuggingFaceState,
): LabReply {
  const renamed = state.renamed(at.id);
  // `resolve` follows a rename without a redirect; every other operation answers with a redirect.
  if (renamed !== undefined && at.operation !== 'resolve') {
    const answer = fixture('hub/model.307.rename', request);
    const moved = request.url.pathname.replace(encodeURI(at.id), encodeURI(renamed));
    const location = moved + request.url.search;
    return {
      ...answer,
      headers: { ...answer.headers, location },
      text: `Temporary Redirect. Redirecting to ${moved}`,
    };
  }
  const repository = state.find(at.type, renamed ?? at.id);
  const refusal = refuse(repository, at, request, account);
  if (refusal !== undefined || repository === undefined)
    return refusal ?? fixture('hub/repo.401.anon', request);
  switch (at.operation) {
    case 'tree':
      return answerTree(repository, at, request);
    case 'paths-info':
      return { status: 200, json: entriesAt(repository, askedPaths(request, true) ?? []) };
    case 'resolve':
      return resolveFile(repository, at, request);
    default: {
      const expandRefusal = refuseExpand(request, state);
      return expandRefusal ?? { status: 200, json: describe(repository, request.url.searchParams, state) };
    }
  }
}

function answer(request: LabRequest, state: HuggingFaceState): LabReply {
  const account = accountOf(request);
  const { pathname } = request.url;
  const signIn = state.oauth.handle(request);
  if (signIn) return signIn;
  if (pathname === '/api/whoami-v2') return whoAmI(request);
  if (account.kind === 'rejected') return fixture('hub/auth.401.bad-token', request);
  const people = answerPeople(request, state);
  if (people !== undefined) return people;
  const [, type, id, path] =
    pathname.match(
      /^\/api\/resolve-cache\/(model|dataset|space)s\/([^/]+(?:\/[^/]+)?)\/[0-9a-f]{40}\/(.+)$/,
    ) ?? [];
  if (id !== undefined && path !== undefined) {
    const repository = state.find(type as Repository['type'], id);
    if (repository !== undefined) return readCachedFile(repository, decodeURIComponent(path), request);
  }
  const at = readApiPath(pathname) ?? readFilePath(pathname);
  if (at?.operation === 'list') return listRepositories(at.type, request, account, state);
  if (at !== undefined) return answerRepository(at, request, account, state);
  const isRepository = state.repositories.some((entry) => pathname.endsWith(`/${entry.id}`));
  return (
    answerPage(pathname, isRepository) ?? {
      status: 404,
      headers: { 'content-type': 'application/json; charset=utf-8', 'x-error-message': 'Not Found' },
      json: { error: 'Not Found' },
    }
  );
}

/** huggingface.co. Every answer carries the headers that say how much of the quota is left. */
export function createHuggingFaceHub(state: HuggingFaceState): LabHost {
  let left = 500;
  return {
    handle(request) {
      left = left > 1 ? left - 1 : 500;
      const isFile = request.url.pathname.includes('/resolve');
      const [name, quota, rest] = isFile ? ['resolvers', 3000, left + 2500] : ['api', 500, left];
      const reply = answer(request, state);
      const limits = {
        ratelimit: `"${name}";r=${rest};t=240`,
        'ratelimit-policy': `"fixed window";"${name}";q=${quota};w=300`,
      };
      return { ...reply, headers: { ...reply.headers, ...limits } };
    },
    cors: (request) => ({
      ...openCors(request, request.headers.origin ?? 'https://huggingface.co'),
      'access-control-expose-headers':
        'X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,Accept-Ranges,Content-Range,X-Linked-Size,X-Linked-ETag,X-Xet-Hash',
    }),
  };
}
