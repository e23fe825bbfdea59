import { defined } from '../../storage/defined.ts';
import { type Answer, isDefinitive } from '../answers/answer.ts';
import type { Location, RepositoryRef, Source } from '../types.ts';
import type { CacheRecord, StoredVerdict } from './cache-record.ts';

const DAY_MS = 86_400_000;
const SHORT_TTL_MS = 60_000;

/** Whether a record may answer without any source being asked. */
export function isCurrent(record: CacheRecord, now: number): boolean {
  return record.checkedAt <= now && now < record.expiresAt;
}

/** Whether a record may still answer when no source can be reached. */
export function isRecent(record: CacheRecord, now: number): boolean {
  return record.checkedAt <= now && now - record.checkedAt < DAY_MS;
}

/** The name of a source's verdict within a record. A KohakuHub takes `a/B` and `a/b` for two repositories. */
export function recordKeyOfVerdict(source: Source, sourceKey: string, id: string): string {
  return source.type === 'kohakuhub' ? `${sourceKey}:${id}` : sourceKey;
}

/**
 * Two records of one repository as one, for the sources with these keys. `own` alone if `twin` has no verdict
 * that it lacks. Both unexpired: their verdicts are merged, and the earlier expiry holds. If `own` is expired
 * or missing: the record that was checked later, since an expired record is still used when no source can be
 * reached.
 */
export function joined(
  own: CacheRecord | undefined,
  twin: CacheRecord,
  keys: readonly string[],
  now: number,
): CacheRecord | undefined {
  const holding = own && isCurrent(own, now) ? own : undefined;
  const saysMore = keys.some((key) => twin.verdicts[key] && !holding?.verdicts[key]);
  if (!own || !saysMore) return saysMore ? twin : own;
  if (!holding) return twin.checkedAt > own.checkedAt ? twin : own;
  if (!isCurrent(twin, now)) return own;
  return {
    ...own,
    checkedAt: Math.min(own.checkedAt, twin.checkedAt),
    expiresAt: Math.min(own.expiresAt, twin.expiresAt),
    verdicts: { ...twin.verdicts, ...own.verdicts },
  };
}

/** A stored verdict as an answer; undefined where none is stored. */
export function recall(source: Source, stored: StoredVerdict | undefined): Answer | undefined {
  return stored && { source, ...stored, cached: true };
}

/**
 * The record after a walk. When only some sources were asked again, the times of the previous record are kept, so that the
 * verdicts of the others do not last longer. Undefined when nothing definitive was learned.
 */
export function recordAfter(
  ref: RepositoryRef,
  learned: readonly (readonly [key: string, answer: Answer])[],
  { outcome, confidence }: Location,
  previous: CacheRecord | undefined,
  { now, cacheTtlSeconds }: { now: number; cacheTtlSeconds: number },
): CacheRecord | undefined {
  const news = learned.filter(([, answer]) => isDefinitive(answer) && !answer.cached);
  if (news.length === 0) return undefined;
  const isSettled = outcome === 'found' && confidence === 'confirmed';
  const expiresAt = now + (isSettled ? cacheTtlSeconds * 1_000 : SHORT_TTL_MS);
  return {
    type: ref.type,
    id: previous?.id ?? ref.id,
    checkedAt: previous?.checkedAt ?? now,
    expiresAt: Math.min(expiresAt, previous?.expiresAt ?? expiresAt),
    verdicts: {
      ...previous?.verdicts,
      ...Object.fromEntries(news.map(([key, answer]) => [key, toStore(answer)])),
    },
  };
}

function toStore({ verdict, canonicalId, access }: Answer): StoredVerdict {
  return { verdict, ...defined({ canonicalId, access }) } as StoredVerdict;
}
