import { defined } from '../storage/defined.ts';
import type { SettingsProblem } from './problem.ts';
import { type SourceSetting, tidySource } from './source-setting.ts';
import type { RemovedSource, StoredSettings } from './stored-settings.ts';

/** Milliseconds for which a removal can be undone, and how many removals are remembered. */
const UNDO_MS = 60 * 60_000;
const UNDO_COUNT = 5;
const OWNER = /^[A-Za-z0-9][\w.-]{0,95}$/;

type SourceFields = { [Key in keyof Omit<SourceSetting, 'id'>]?: SourceSetting[Key] | undefined };

export interface SourceEdits {
  /** Puts a source behind the others. */
  addSource(source: Omit<SourceSetting, 'id'>): Promise<{ id: string } | { problem: SettingsProblem }>;
  /** Changes the fields that are given. Answers with the source before and after. */
  changeSource(
    id: string,
    fields: SourceFields,
  ): Promise<{ before: SourceSetting; after: SourceSetting } | { problem: SettingsProblem }>;
  removeSource(id: string): Promise<SettingsProblem | undefined>;
  /** Puts a removed source back where it was. */
  restoreSource(id: string): Promise<SettingsProblem | undefined>;
  /** The ids in the order the sources are asked; ids left out keep their order behind them. */
  orderSources(ids: string[]): Promise<SettingsProblem | undefined>;
}

type ChangeSources = (
  edit: (sources: SourceSetting[], stored: StoredSettings) => StoredSettings | { problem: SettingsProblem },
) => Promise<SettingsProblem | undefined>;

/** The edits of the list of sources. */
export function createSourceEdits(
  changeSources: ChangeSources,
  clock: { now(): number },
  randomId: () => string,
): SourceEdits {
  return {
    async addSource(fields) {
      const source = tidySource({ ...fields, id: randomId() });
      const problem = await changeSources((sources, stored) => {
        const wrong = checkSource(source, sources);
        return wrong ? { problem: wrong } : { ...stored, sources: [...sources, source] };
      });
      return problem ? { problem } : { id: source.id };
    },

    async changeSource(id, fields) {
      let change: { before: SourceSetting; after: SourceSetting } | undefined;
      const problem = await changeSources((sources, stored) => {
        const before = sources.find((source) => source.id === id);
        if (!before) return { problem: { code: 'NO_SUCH_SOURCE', subject: id } };
        const after = tidySource({ ...before, ...defined(fields) });
        const wrong = checkSource(after, sources);
        if (wrong) return { problem: wrong };
        change = { before, after };
        return { ...stored, sources: sources.map((source) => (source.id === id ? after : source)) };
      });
      return change ?? { problem: problem ?? { code: 'NO_SUCH_SOURCE', subject: id } };
    },

    removeSource: (id) =>
      changeSources((sources, stored) => {
        const index = sources.findIndex((source) => source.id === id);
        const source = sources[index];
        if (!source) return { problem: { code: 'NO_SUCH_SOURCE', subject: id } };
        const now = clock.now();
        // When a source is removed a second time, only the latest entry is kept.
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

/**
 * Sources whose removal can still be undone: their tokens are kept that long. A removal that is dated further
 * in the future does not count: the clock was wrong then, and the token must not stay until that day.
 */
export function recent(stored: Pick<StoredSettings, 'removedSources'>, now: number): RemovedSource[] {
  return (stored.removedSources ?? []).filter(({ removedAt }) => Math.abs(now - removedAt) < UNDO_MS);
}

function checkSource(source: SourceSetting, sources: SourceSetting[]): SettingsProblem | undefined {
  if (source.name === '') return { code: 'SOURCE_NAME_EMPTY' };
  const badOwner = source.namespaces.find((name) => !OWNER.test(name));
  if (badOwner !== undefined) return { code: 'NAMESPACE_INVALID', subject: badOwner };
  const twin = sources.find((other) => other.id !== source.id && sameAddress(other.url, source.url));
  return twin ? { code: 'SOURCE_DUPLICATE', subject: twin.name } : undefined;
}

function sameAddress(one: string, other: string): boolean {
  // Parsing lower-cases scheme and host; a path is case-sensitive.
  const normal = (url: string) => (URL.parse(url)?.href ?? url).replace(/\/+$/, '');
  return normal(one) === normal(other);
}
