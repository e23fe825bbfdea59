import * as z from 'zod/mini';
import { MOST_EDITS, type SyncRecord } from './sync-record.ts';

/** What a device remembers between two reconciliations. */
export interface SyncState {
  on: boolean;
  /** This device's random id. */
  device: string;
  /** By key: the record that this device last agreed to. */
  known: Record<string, SyncRecord>;
  /** Keys of the records that stay here because there is no room for them. */
  left: string[];
  /** The browser refused the last write. It is tried again. */
  failed: boolean;
}

const record = z.object({
  value: z.optional(z.unknown()),
  edits: z.int().check(z.minimum(0)),
  device: z.string(),
});

const state = z.object({
  on: z.catch(z.boolean(), false),
  device: z.string().check(z.minLength(1)),
  known: z.record(z.string(), z.unknown()),
  left: z.catch(z.array(z.string()), []),
  failed: z.catch(z.boolean(), false),
});

/**
 * Parses the stored state. A state that cannot be read counts as never switched on, so that nothing is
 * overwritten unasked.
 */
export function parseSyncState(raw: unknown, randomId: () => string): SyncState {
  const { data } = state.safeParse(raw);
  if (!data) return { on: false, device: randomId(), known: {}, left: [], failed: false };
  const known = Object.entries(data.known).flatMap(([key, value]) => {
    const read = record.safeParse(value).data;
    // An earlier version counted one further than others read.
    return read
      ? [[key, { ...read, value: read.value, edits: Math.min(read.edits, MOST_EDITS) }] as const]
      : [];
  });
  return { ...data, known: Object.fromEntries(known) };
}
