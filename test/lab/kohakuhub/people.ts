import type { LabReply, LabRequest } from '../exchange.ts';
import { fixture } from '../fixtures.ts';
import { detail } from './answers.ts';
import { type Hub, isMember } from './hub.ts';
import { describe } from './repository-answers.ts';

function isKnown(hub: Hub, name: string): boolean {
  return hub.people.includes(name) || hub.repositories.some(({ author }) => author === name);
}

function repositoriesOf(hub: Hub, name: string, request: LabRequest): LabReply {
  const base = fixture('kohakuhub/model.200', request).json;
  const visible = hub.repositories.filter(
    (repository) => repository.author === name && (repository.private !== true || isMember(hub, request)),
  );
  const ofType = (type: string) =>
    visible.filter((entry) => entry.type === type).map((entry) => describe(entry, base));
  return {
    status: 200,
    json: { models: ofType('model'), datasets: ofType('dataset'), spaces: ofType('space') },
  };
}

/** `GET /api/whoami-v2`. */
export function whoAmI(hub: Hub, request: LabRequest): LabReply {
  if (!isMember(hub, request)) return fixture('kohakuhub/whoami.401', request);
  const user = {
    type: 'user',
    id: '1',
    name: 'hubuser',
    fullname: 'Hub User',
    email: 'hub@example.test',
    orgs: [],
  };
  const auth = { type: 'access_token', accessToken: { displayName: 'Auto-generated token', role: 'write' } };
  return {
    status: 200,
    json: { ...user, emailVerified: true, auth, site: { name: hub.name, api: 'kohakuhub' } },
  };
}

/** `/api/users/{name}/profile|avatar|repos` and `/api/organizations/{name}/avatar`; undefined for other paths. */
export function answerPeople(hub: Hub, request: LabRequest): LabReply | undefined {
  const [, name, view] =
    request.url.pathname.match(/^\/api\/(?:users|organizations)\/([^/]+)\/(profile|avatar|repos)$/) ?? [];
  if (name === undefined) return undefined;
  if (!isKnown(hub, name)) return detail(404, 'User not found');
  if (view === 'repos') return repositoriesOf(hub, name, request);
  if (view === 'avatar') {
    const { body } = fixture('router_hf_inference/200.jpeg', request);
    return { status: 200, headers: { 'content-type': 'image/jpeg' }, ...(body && { body }) };
  }
  const open = { bio: null, website: null, social_media: null, created_at: '2026-01-01T00:00:00.000000Z' };
  return { status: 200, json: { username: name, full_name: name, ...open } };
}
