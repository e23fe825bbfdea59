import { type LabHost, type LabReply, type LabRequest, openCors } from '../exchange.ts';
import { readApiPath, readFilePath } from '../hub-path.ts';
import { noRoute } from './answers.ts';
import { withFallback, withListFallback } from './fallback.ts';
import type { Hub } from './hub.ts';
import { listRepositories } from './list.ts';
import { answerPeople, whoAmI } from './people.ts';
import { answerRepository } from './repository-answers.ts';

const EXPOSED =
  'Accept-Ranges,Content-Range,Content-Length,ETag,Location,X-Repo-Commit,X-Linked-Etag,X-Linked-Size,X-Xet-Hash,X-Chain-Trace';

function answerFixed(hub: Hub, request: LabRequest): LabReply | undefined {
  switch (request.url.pathname) {
    case '/api/version':
      return { status: 200, json: { api: 'kohakuhub', version: '0.0.1', name: hub.name } };
    case '/api/whoami-v2':
      return whoAmI(hub, request);
    case '/api/fallback-sources/available': {
      const typeOf = (host: string) => (host === 'huggingface.co' ? 'huggingface' : 'kohakuhub');
      const describe = (host: string) => ({
        url: `https://${host}`,
        name: host,
        source_type: typeOf(host),
        priority: 100,
      });
      return { status: 200, json: hub.fallbackTo.map(describe) };
    }
    default:
      return undefined;
  }
}

/** One KohakuHub. Its error codes are not among the headers that a page without permission may read. */
export function createHubHost(hub: Hub, findHost: (host: string) => LabHost | undefined): LabHost {
  return {
    async handle(request) {
      const fixed = answerFixed(hub, request) ?? answerPeople(hub, request);
      if (fixed !== undefined) return fixed;
      const { pathname } = request.url;
      const at = readApiPath(pathname) ?? readFilePath(pathname);
      if (at?.operation === 'list') {
        return withListFallback(hub, request, listRepositories(hub, at.type, request), findHost);
      }
      if (at !== undefined)
        return withFallback(hub, at, request, answerRepository(hub, at, request), findHost);
      const isPage = /^\/(models|datasets|spaces)\/[^/]+\/[^/]+$/.test(pathname);
      const page = {
        status: 200,
        headers: { 'content-type': 'text/html' },
        text: `<!doctype html><title>${hub.name}</title>`,
      };
      return isPage ? page : noRoute;
    },
    cors: (request) => ({ ...openCors(request), 'access-control-expose-headers': EXPOSED }),
  };
}
