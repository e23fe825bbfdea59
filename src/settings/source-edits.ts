import type { SettingsProblem } from './problem.ts';
import type { SourceSetting } from './settings.ts';
import type { RemovedSource, StoredSettings } from './stored-settings.ts';

/** How long a removal can be undone, and how many are remembered. */
const UNDO_MS = 60 * 60_000;
const UNDO_COUNT = 5;
const OWNER = /^[A-Za-z0-9][\w.-]{0,95}$/;

export interface SourceEdits {
  /** Adds a source at the end, or changes the one with this id. */
  saveSource(
    source: Omit<SourceSetting, 'id'> & { id?: string | undefined },
  ): Promise<{ id: string } | { problem: SettingsProblem }>;
  removeSource(id: string): Promise<SettingsProblem | undefined>;
  /** Puts a removed source back where it was. */
  restoreSource(id: string): Promise<SettingsProblem | undefined>;
  /** The ids in the order the sources are asked; ids left out keep their order behind them. */
  orderSources(ids: string[]): Promise<SettingsProblem | undefined>;
}

type ChangeSources = (
  edit: (sources: SourceSetting[], stored: StoredSettings) => StoredSettings | { problem: SettingsProblem },
) => Promise<SettingsProblem | undefined>;

/** What can be done with the list of sources. */
export function createSourceEdits(
  changeSources: ChangeSources,
  clock: { now(): number },
  randomId: () => string,
): SourceEdits {
  return {
    async saveSource({ id = randomId(), ...rest }) {
      const source = { ...rest, id, name: rest.name.trim(), namespaces: tidy(rest.namespaces) };
      const problem = await changeSources((sources, stored) => {
        const wrong = checkSource(source, sources);
        if (wrong) return { problem: wrong };
        const known = sources.some((other) => other.id === id);
        return {
          ...stored,
          sources: known ? sources.map((other) => (other.id === id ? source : other)) : [...sources, source],
        };
      });
      return problem ? { problem } : { id };
    },

    removeSource: (id) =>
      changeSources((sources, stored) => {
        const index = sources.findIndex((source) => source.id === id);
        const source = sources[index];
        if (!source) return { problem: { code: 'NO_SUCH_SOURCE', subject: id } };
        const now = clock.now();
        // One that was removed before and is back has one place to return to: the latest.
        const older = recent(stored, now).filter((removed) => removed.source.id !== id);
        return {
          ...stored,
          sources: sources.filter((other) => other.id !== id),
          removedSources: [{ source, index, removedAt: now }, ...older].slice(0, UNDO_COUNT),
        };
      }),

    restoreSource: (id) =>
      changeSources((sources, stored) => {
        const removed = recent(stored, clock.now()).find(({ source }) => source.id === id);
        const back = sources.some((source) => source.id === id);
        if (!removed || back) return { problem: { code: 'NO_SUCH_SOURCE', subject: id } };
        const wrong = checkSource(removed.source, sources);
        if (wrong) return { problem: wrong };
        return {
          ...stored,
          sources: sources.toSpliced(removed.index, 0, removed.source),
          removedSources: stored.removedSources?.filter(({ source }) => source.id !== id),
        };
      }),

    orderSources: (ids) =>
      changeSources((sources, stored) => {
        const rank = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
        return { ...stored, sources: sources.toSorted((one, other) => rank(one.id) - rank(other.id)) };
      }),
  };
}

/** Ids of sources whose removal can still be undone: their tokens are kept that long. */
export function recent(stored: Pick<StoredSettings, 'removedSources'>, now: number): RemovedSource[] {
  return (stored.removedSources ?? []).filter(({ removedAt }) => now - removedAt < UNDO_MS);
}

function tidy(namespaces: string[]): string[] {
  return [...new Set(namespaces.map((name) => name.trim()).filter((name) => name !== ''))];
}

function checkSource(source: SourceSetting, sources: SourceSetting[]): SettingsProblem | undefined {
  if (source.name === '') return { code: 'SOURCE_NAME_EMPTY' };
  const badOwner = source.namespaces.find((name) => !OWNER.test(name));
  if (badOwner !== undefined) return { code: 'NAMESPACE_INVALID', subject: badOwner };
  const twin = sources.find((other) => other.id !== source.id && sameAddress(other.url, source.url));
  return twin ? { code: 'SOURCE_DUPLICATE', subject: twin.name } : undefined;
}

function sameAddress(one: string, other: string): boolean {
  const normal = (url: string) => url.replace(/\/+$/, '').toLowerCase();
  return normal(one) === normal(other);
}
