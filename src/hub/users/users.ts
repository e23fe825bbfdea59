import { sniffAvatarType } from '../../web/image-type.ts';
import { throwIfAborted } from '../../web/wait.ts';
import type { Answer } from '../answers/answer.ts';
import { boundAnswer, locationOf } from '../answers/decision.ts';
import { nobodyHasIt, notHandedOut, refused } from '../answers/hub-error.ts';
import type { Ask } from '../client/client.ts';
import type { CoolDowns } from '../client/cool-down.ts';
import { sourcesForOwner } from '../config.ts';
import { listingOf } from '../lists/listing.ts';
import { walk } from '../lookup/walk.ts';
import { isSegment } from '../protocol/identifiers.ts';
import { provenanceOf } from '../protocol/source-url.ts';
import type { Hub, HubSettings, LookupOptions, Source, UserProfile } from '../types.ts';
import { askForAvatar } from './avatar.ts';
import { askForProfile } from './profile.ts';
import { askForRepos } from './user-repos.ts';

interface UserPorts {
  sources: () => readonly Source[];
  settings: () => HubSettings;
  coolDowns: CoolDowns;
  ask: Ask;
}

type AskAbout = (ask: Ask, source: Source, name: string, signal: AbortSignal) => Promise<Answer>;

/** Users and organisations: the first source in priority order that knows the name answers for it. */
export function createUsers(ports: UserPorts): Pick<Hub, 'userProfile' | 'userAvatar' | 'userRepos'> {
  const { sources, settings, coolDowns, ask } = ports;
  const never = new AbortController().signal;

  function sourcesFor(name: string): Source[] {
    if (!isSegment(name)) throw refused(String(name), 'InvalidName');
    return settings().enabled ? sourcesForOwner(sources(), name) : [];
  }

  async function stepsFor(name: string, { signal, fresh }: LookupOptions) {
    throwIfAborted(signal);
    const skipped = (source: Source) => (fresh ? undefined : coolDowns.skipped(source));
    return Promise.all(sourcesFor(name).map(async (source) => ({ source, known: await skipped(source) })));
  }

  async function first(name: string, options: LookupOptions, askAbout: AskAbout): Promise<Answer> {
    const answers = await walk(await stepsFor(name, options), {
      ask: (source, signal) => askAbout(ask, source, name, signal),
      graceMs: settings().graceMs,
      signal: options.signal ?? never,
    });
    const bound = boundAnswer(answers);
    if (!bound) throw nobodyHasIt(name, locationOf(answers, false));
    if (bound.body === undefined) throw notHandedOut(name, bound);
    return bound;
  }

  return {
    async userProfile(name, options = {}) {
      const { source, body } = await first(name, options, askForProfile);
      return { ...(body as UserProfile), ...provenanceOf(source) };
    },

    async userAvatar(name, options = {}) {
      const { source, body } = await first(name, options, askForAvatar);
      const bytes = body as Uint8Array<ArrayBuffer>;
      return { type: sniffAvatarType(bytes) ?? '', bytes, ...provenanceOf(source) };
    },

    async userRepos(name, options = {}) {
      const lists = (await stepsFor(name, options)).map(({ source, known }) =>
        known ? { answer: known, items: [] } : askForRepos(ask, source, name, options.signal ?? never),
      );
      return listingOf(await Promise.all(lists), {});
    },
  };
}
