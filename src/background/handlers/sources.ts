import { isOriginAllowed } from '../../browser/index.ts';
import { checkHubToken, identifyHub, parseSourceUrl, suggestName } from '../../hub/index.ts';
import { type Handlers, type ReplyOf, SOURCE_URL_PROBLEMS } from '../../messages/index.ts';
import { cleanToken, originOf, type SettingsProblem, tokenBoundTo } from '../../settings/index.ts';
import { isPrivateHost } from '../../web/addresses.ts';
import { done, refused, refusedFor, storing } from '../reply.ts';
import type { Services } from '../services.ts';
import { hubSources } from '../state/snapshot.ts';
import { whileAwake } from '../while-awake.ts';

type SourceHandlers = Pick<
  Handlers,
  | 'probeSource'
  | 'testSource'
  | 'addSource'
  | 'changeSource'
  | 'removeSource'
  | 'restoreSource'
  | 'orderSources'
>;

const CLOSED = { token: 'SOURCE_WANTS_TOKEN', 'another-token': 'SOURCE_TOKEN_REFUSED' } as const;

/** The handlers of messages about the list of hubs. */
export function sourceHandlers(services: Services): SourceHandlers {
  const { settings, secrets, fetch, clock, announceSettings, keepAlive } = services;

  function change(edit: Promise<SettingsProblem | undefined>) {
    return storing(async () => {
      const problem = await edit;
      if (problem) return refusedFor(problem);
      await announceSettings();
      return done(null);
    });
  }

  async function limits() {
    return { fetch, timeoutMs: (await services.current()).settings.hub.timeoutMs };
  }

  /** Keeps the worker alive while a hub is asked, which may take longer than an idle worker lives. */
  const awake = whileAwake(keepAlive);

  async function test(id: string): Promise<ReplyOf<'testSource'>> {
    const { settings: now, secrets: tokens, sealed, allowed } = await services.current();
    const source = now.sources.find((candidate) => candidate.id === id);
    if (!source) return refused('NO_SUCH_SOURCE');
    // Checked here, since a hub with open CORS would answer even without permission.
    if (!allowed[id]) return refused('PERMISSION_MISSING', { subject: new URL(source.url).host });
    // The source's token is locked: without it the hub would answer as if the user had no account.
    if (sealed[`source:${id}`]) return refused('TOKENS_LOCKED');
    const token = tokenBoundTo(source.url, tokens[`source:${id}`]);
    const askedAt = clock.now();
    const { name: _name, ...found } = await identifyHub(source.url, { ...(await limits()), token });
    const answer = { ...found, ms: Math.max(0, clock.now() - askedAt) };
    if (!token || !answer.reachable) return done(answer);
    const { verdict, account } = await checkHubToken(source.url, token, { fetch });
    const known = account === undefined ? {} : { account };
    if (verdict !== 'unchecked' && (await secrets.note(`source:${id}`, token, { verdict, ...known })))
      await announceSettings();
    return done({ ...answer, token: verdict, ...known });
  }

  return {
    probeSource: ({ url: text, token: pasted = '' }) =>
      storing(async () => {
        const cleaned = pasted.trim() === '' ? { token: undefined } : cleanToken(pasted);
        if ('problem' in cleaned) return refused(cleaned.problem);
        const parsed = parseSourceUrl(text);
        if (parsed.problem !== undefined) return refused(SOURCE_URL_PROBLEMS[parsed.problem]);
        const { url } = parsed;
        const host = new URL(url).host;
        if (!(await isOriginAllowed(url))) return refused('PERMISSION_MISSING', { subject: host });
        const answer = await awake(async () => identifyHub(url, { ...(await limits()), ...cleaned }));
        if (!answer.reachable) return refused(unreachable(url), { subject: host });
        const { type, wants, version } = answer;
        if (!type) return refused(wants ? CLOSED[wants] : 'SOURCE_NOT_A_HUB', { subject: host });
        const name = suggestName(answer.name, url, hubSources(await services.current()));
        return done({ url, type, name, ...(version !== undefined && { version }) });
      }),

    testSource: ({ id }) => storing(() => awake(() => test(id))),

    addSource: ({ source }) =>
      storing(async () => {
        const parsed = parseSourceUrl(source.url);
        if (parsed.problem !== undefined) return refused(SOURCE_URL_PROBLEMS[parsed.problem]);
        const added = await settings.addSource({ ...source, url: parsed.url });
        if ('problem' in added) return refusedFor(added.problem);
        await announceSettings();
        return done(added);
      }),

    changeSource: ({ id, change: fields }) =>
      storing(async () => {
        const parsed = fields.url === undefined ? undefined : parseSourceUrl(fields.url);
        if (parsed?.problem !== undefined) return refused(SOURCE_URL_PROBLEMS[parsed.problem]);
        const changed = await settings.changeSource(id, { ...fields, ...(parsed && { url: parsed.url }) });
        if ('problem' in changed) return refusedFor(changed.problem);
        // The token was given for another origin.
        if (originOf(changed.before.url) !== originOf(changed.after.url))
          await secrets.remove(`source:${id}`);
        await announceSettings();
        return done(null);
      }),

    removeSource: ({ id }) => change(settings.removeSource(id)),
    restoreSource: ({ id }) => change(settings.restoreSource(id)),
    orderSources: ({ ids }) => change(settings.orderSources(ids)),
  };
}

/** The problem for a hub that cannot be reached. Browsers hide the cause; for a private hub it is usually a self-signed certificate. */
function unreachable(url: string) {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && isPrivateHost(hostname) ? 'SOURCE_UNREACHABLE_HTTPS' : 'SOURCE_UNREACHABLE';
}
