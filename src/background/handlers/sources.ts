import { isOriginAllowed } from '../../browser/index.ts';
import { checkHubToken, identifyHub, parseSourceUrl } from '../../hub/index.ts';
import { type Handlers, type ReplyOf, SOURCE_URL_PROBLEMS } from '../../messages/index.ts';
import type { SettingsProblem } from '../../settings/index.ts';
import { tokenFor } from '../bound-token.ts';
import { done, refused, storing } from '../reply.ts';
import type { House } from '../services.ts';

type SourceHandlers = Pick<
  Handlers,
  'probeSource' | 'testSource' | 'saveSource' | 'removeSource' | 'restoreSource' | 'orderSources'
>;

/** What pages can do with the list of hubs. */
export function sourceHandlers(house: House): SourceHandlers {
  const { settings, secrets, fetch, announceSettings, keepAlive } = house;

  function change(edit: Promise<SettingsProblem | undefined>) {
    return storing(async () => {
      const problem = await edit;
      if (problem) return refusedFor(problem);
      announceSettings();
      return done(null);
    });
  }

  async function limits() {
    return { fetch, timeoutMs: (await house.snapshot()).settings.hub.timeoutMs };
  }

  /** A hub may take longer to answer, or not to, than a worker lives unasked. */
  async function awake<Value>(work: () => Promise<Value>): Promise<Value> {
    const release = keepAlive();
    try {
      return await work();
    } finally {
      release();
    }
  }

  async function test(id: string): Promise<ReplyOf<'testSource'>> {
    const { settings: now, secrets: tokens, allowed } = await house.snapshot();
    const source = now.sources.find((candidate) => candidate.id === id);
    if (!source) return refused('NO_SUCH_SOURCE');
    // A hub whose CORS is open would answer without permission, too.
    if (!allowed[id]) return refused('PERMISSION_MISSING', { subject: new URL(source.url).host });
    const token = tokenFor(source.url, tokens[`source:${id}`]);
    const { name: _name, ...answer } = await identifyHub(source.url, { ...(await limits()), token });
    if (!token || !answer.reachable) return done(answer);
    const { verdict, account } = await checkHubToken(source.url, token, { fetch });
    const known = account === undefined ? {} : { account };
    if (verdict !== 'unchecked' && (await secrets.note(`source:${id}`, token, { verdict, ...known })))
      announceSettings();
    return done({ ...answer, token: verdict, ...known });
  }

  return {
    probeSource: ({ url: text }) =>
      storing(async () => {
        const parsed = parseSourceUrl(text);
        if (parsed.problem !== undefined) return refused(SOURCE_URL_PROBLEMS[parsed.problem]);
        const { url } = parsed;
        const host = new URL(url).host;
        if (!(await isOriginAllowed(url))) return refused('PERMISSION_MISSING', { subject: host });
        const answer = await awake(async () => identifyHub(url, await limits()));
        if (!answer.reachable) return refused('SOURCE_UNREACHABLE', { subject: host });
        const { type, name = host, version } = answer;
        if (!type) return refused('SOURCE_NOT_A_HUB', { subject: host });
        return done({ url, type, name, ...(version !== undefined && { version }) });
      }),

    testSource: ({ id }) => storing(() => awake(() => test(id))),

    saveSource: ({ source }) =>
      storing(async () => {
        const parsed = parseSourceUrl(source.url);
        if (parsed.problem !== undefined) return refused(SOURCE_URL_PROBLEMS[parsed.problem]);
        const before =
          source.id && (await house.snapshot()).settings.sources.find(({ id }) => id === source.id);
        const saved = await settings.saveSource({ ...source, url: parsed.url });
        if ('problem' in saved) return refusedFor(saved.problem);
        // A token belongs to the origin it was given for.
        const moved = before && URL.parse(before.url)?.origin !== new URL(parsed.url).origin;
        if (moved) await secrets.remove(`source:${saved.id}`);
        announceSettings();
        return done(saved);
      }),

    removeSource: ({ id }) => change(settings.removeSource(id)),
    restoreSource: ({ id }) => change(settings.restoreSource(id)),
    orderSources: ({ ids }) => change(settings.orderSources(ids)),
  };
}

function refusedFor({ code, subject }: SettingsProblem) {
  return refused(code, subject === undefined ? {} : { subject });
}
