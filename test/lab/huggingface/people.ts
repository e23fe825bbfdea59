import type { LabReply, LabRequest } from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import { sha1 } from '../repository.ts';
import type { HuggingFaceState } from './state.ts';

/** The one person of the lab; every other owner of a repository is an organisation. */
const PERSON = 'someuser';

export const AVATAR_CDN = 'cdn-avatars.huggingface.co';

const notFound = (request: LabRequest): LabReply => {
  const message = 'This user does not exist';
  return {
    ...fixture('hub/repo.404.authed', request),
    headers: { 'x-error-message': message },
    json: { error: message },
  };
};

/** `/api/users/{name}/overview`, `/api/organizations/{name}/overview` and `…/members`; undefined for other paths. */
export function answerPeople(request: LabRequest, state: HuggingFaceState): LabReply | undefined {
  const [, kind, name = '', view] =
    request.url.pathname.match(/^\/api\/(users|organizations)\/([^/]+)\/(overview|members)$/) ?? [];
  if (kind === undefined) return undefined;
  const owned = state.repositories.filter(({ author }) => author.toLowerCase() === name.toLowerCase());
  const author = owned[0]?.author;
  const isPerson = name.toLowerCase() === PERSON;
  if (kind === 'users' && isPerson && view === 'overview') {
    const counts = { numModels: owned.length, numDatasets: 0, numSpaces: 0, numFollowers: 3 };
    const names = { user: PERSON, fullname: 'Some User', type: 'user', isPro: false };
    return {
      status: 200,
      json: { _id: sha1(PERSON).slice(0, 24), avatarUrl: '/avatars/someuser.svg', ...names, ...counts },
    };
  }
  if (kind === 'users' || isPerson || author === undefined) return notFound(request);
  if (view === 'members')
    return { status: 200, json: [{ user: PERSON, fullname: 'Some User', type: 'user' }] };
  const avatarUrl = `https://${AVATAR_CDN}/v1/production/uploads/${author}.png`;
  const counts = { numUsers: 1, numModels: owned.length, numFollowers: 100 };
  return {
    status: 200,
    json: {
      _id: sha1(author).slice(0, 24),
      avatarUrl,
      name: author,
      fullname: author,
      type: 'org',
      ...counts,
    },
  };
}
