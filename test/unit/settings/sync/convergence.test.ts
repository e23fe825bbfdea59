import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHIPPED_STYLES } from '../../../../src/settings/presets/shipped-styles.ts';
import { compareEdits, parseSyncRecord, type SyncRecord } from '../../../../src/settings/sync/sync-record.ts';
import { deliver, type SyncDevice, syncDevice } from './sync-bench.ts';

const edit = fc.oneof(
  fc.record({ kind: fc.constant('number' as const), value: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant('flag' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('source' as const) }),
  fc.record({ kind: fc.constant('reset' as const) }),
  fc.record({ kind: fc.constant('add' as const) }),
  fc.record({ kind: fc.constant('change' as const), place: fc.nat(20), text: fc.string({ maxLength: 5 }) }),
  fc.record({ kind: fc.constant('remove' as const), place: fc.nat(20) }),
  fc.record({ kind: fc.constant('move' as const), place: fc.nat(20) }),
);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ at: fc.nat(1), edit }) },
  { weight: 2, arbitrary: fc.record({ at: fc.nat(1), reconcile: fc.constant(true) }) },
  { weight: 2, arbitrary: fc.record({ at: fc.nat(1), deliver: fc.array(fc.nat(100), { maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ at: fc.nat(1), deliverAll: fc.constant(true) }) },
);

type Known = Record<string, { value?: unknown; edits: number } | undefined>;

/** The edits that a device has not counted yet, found without the code under test: what differs from what it agreed to. */
async function pendingEdits(device: SyncDevice, name: string): Promise<[string, SyncRecord][]> {
  const known = ((device.area.snapshot().sync as { known?: Known } | undefined)?.known ?? {}) as Known;
  const { values, sources } = await device.store.own();
  const { styles } = await device.styles.read();
  const here = new Map<string, unknown>([
    ['setting.hub.maxConcurrent', values.hub?.maxConcurrent],
    ['setting.jobs.waits', values.jobs?.waits],
    ['sources', sources],
    ...SHIPPED_STYLES.map(({ id }) => [`style.${id}`, undefined] as const),
    ...Object.keys(known).flatMap((key) => (key.startsWith('style.') ? [[key, undefined] as const] : [])),
    ...styles.map((style) => [`style.${style.id}`, style] as const),
  ]);
  const shipped = new Map<string, unknown>(SHIPPED_STYLES.map((style) => [`style.${style.id}`, style]));
  return [...here].flatMap(([key, value]) => {
    const before = known[key] ?? { value: shipped.get(key), edits: 0 };
    const there = parseSyncRecord(device.record(key));
    if (isDeepStrictEqual(value, before.value)) return [];
    // The same was set elsewhere, or what nobody ever saw was deleted again: no edit.
    if (there && isDeepStrictEqual(value, there.value)) return [];
    if (!there && value === undefined && !shipped.has(key)) return [];
    return [[key, { value, edits: before.edits + 1, device: name }]];
  });
}

async function apply(device: SyncDevice, change: typeof edit extends fc.Arbitrary<infer E> ? E : never) {
  const ids = await device.styleIds();
  const at = (place: number) => ids[place % Math.max(1, ids.length)] ?? '';
  if (change.kind === 'number') await device.set({ hub: { maxConcurrent: change.value } });
  if (change.kind === 'flag') await device.set({ jobs: { waits: change.value } });
  if (change.kind === 'source') await device.add(`Hub${(await device.sourceNames()).length}`);
  if (change.kind === 'reset') await device.store.reset();
  if (change.kind === 'add') await device.addStyle({ name: 'New', template: '{prompt}, new' });
  if (change.kind === 'change')
    await device.styles.change(at(change.place), { name: 'Changed', template: `{prompt} ${change.text}` });
  if (change.kind === 'remove') await device.styles.remove(at(change.place));
  if (change.kind === 'move') await device.styles.order([at(change.place), ...ids]);
}

test('Feature: settings-sync, Property 1: two devices agree in the end, on the edit with the highest counter', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const devices = [syncDevice('a'), syncDevice('b')] as const;
      const highest = new Map<string, SyncRecord>();
      const keep = (key: string, record: SyncRecord) => {
        const before = highest.get(key);
        if (!before || compareEdits(record, before) > 0) highest.set(key, record);
      };
      const settle = async (device: SyncDevice) => {
        const name = device === devices[0] ? 'a' : 'b';
        for (const [key, record] of await pendingEdits(device, name)) keep(key, record);
        await device.settle();
      };
      const note = () => {
        for (const { state } of devices) {
          for (const items of state.writes.splice(0)) {
            for (const [key, raw] of Object.entries(items)) {
              const record = parseSyncRecord(raw);
              if (!record) throw new Error(`${key} was written so that it cannot be read`);
              keep(key, record);
            }
          }
        }
      };
      for (const device of devices) await device.sync.turnOn('there');
      for (const one of steps) {
        const [here, other] = one.at === 0 ? devices : [devices[1], devices[0]];
        if ('edit' in one) await apply(here, one.edit);
        else if ('reconcile' in one) await settle(here);
        else if ('deliverAll' in one) await deliver(here, other);
        else {
          const keys = Object.keys(here.remote.snapshot());
          await deliver(
            here,
            other,
            one.deliver.flatMap((nth) => keys[nth % Math.max(1, keys.length)] ?? []),
          );
        }
        note();
      }
      const [a, b] = devices;
      for (let round = 0; round < 12; round += 1) {
        await settle(a);
        await deliver(a, b);
        await settle(b);
        await deliver(b, a);
        note();
      }
      note();
      expect(await a.store.own()).toEqual(await b.store.own());
      expect((await a.styles.read()).styles).toEqual((await b.styles.read()).styles);
      expect(a.remote.snapshot()).toEqual(b.remote.snapshot());
      for (const [key, record] of highest)
        expect([key, parseSyncRecord(a.remote.snapshot()[key])]).toEqual([key, record]);
      // Nothing is left to say: neither writes again.
      await a.settle();
      await b.settle();
      expect([...a.state.writes, ...b.state.writes]).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
