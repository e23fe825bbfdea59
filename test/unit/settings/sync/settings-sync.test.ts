import { describe, expect, test } from 'vitest';
import { SHIPPED_STYLES } from '../../../../src/settings/presets/shipped-styles.ts';
import { SYNC_ROOM } from '../../../../src/settings/sync/room.ts';
import { nextGone, TOMBSTONES } from '../../../../src/settings/sync/tombstones.ts';
import { secretStore } from '../secret-bench.ts';
import { deliver, deliverRemovals, syncDevice } from './sync-bench.ts';

const NOIR = { name: 'Noir', template: '{prompt}, film noir' };
const record = (value: unknown, edits = 1, device = 'other') => ({ value, edits, device });

/** Two devices that sync, with nothing set yet. */
async function pair() {
  const [a, b] = [syncDevice('a'), syncDevice('b')];
  await a.sync.turnOn('there');
  await b.sync.turnOn('there');
  return { a, b };
}

describe('off', () => {
  test('nothing is read from the browser’s sync or written to it', async () => {
    const device = syncDevice('a', { there: { 'setting.primary': record('puter') } });
    await device.set({ hub: { maxConcurrent: 3 } });
    await device.sync.edited();
    await device.settle();
    expect(device.state).toMatchObject({ writes: [], alarm: undefined, changed: 0 });
    expect((await device.settings()).primary).toBe('huggingface');
    expect(await device.sync.status()).toEqual({ on: false, isThere: true, left: [], failed: false });
  });
});

describe('what goes', () => {
  test('settings, hubs and styles, one item each; never a token', async () => {
    const device = syncDevice('a');
    await secretStore(device.area).save('puter', {
      token: 'secret-token',
      verdict: 'valid',
      origin: 'x',
    } as never);
    await device.set({ primary: 'puter' });
    await device.add('Mine');
    const id = await device.addStyle(NOIR);
    await device.sync.turnOn('here');
    const there = device.remote.snapshot();
    expect(Object.keys(there).toSorted()).toEqual(
      ['setting.primary', 'sources', `style.${id}`, 'style-order'].toSorted(),
    );
    expect(there['setting.primary']).toEqual(record('puter', 1, 'a'));
    expect(JSON.stringify(there)).not.toContain('secret');
    expect(device.state.writes).toHaveLength(1);
  });

  test('one who set nothing sends nothing', async () => {
    const device = syncDevice('a');
    await device.sync.turnOn('there');
    expect(device.remote.snapshot()).toEqual({});
  });
});

describe('a new device', () => {
  // tildes-extended #37: the first start of a new device sent its defaults to every other. shortkeys #18: switching it on
  // emptied what lay there. scriptsafe #219: “from” the account sent the empty settings to it.
  test.each(['here', 'there'] as const)('wipes nothing that lies there (%s)', async (choice) => {
    const old = syncDevice('a');
    await old.set({ primary: 'puter' });
    const id = await old.addStyle(NOIR);
    await old.sync.turnOn('here');
    const fresh = syncDevice('b');
    await deliver(old, fresh);
    await fresh.sync.turnOn(choice);
    expect(fresh.record(`style.${id}`)).toMatchObject({ value: NOIR });
    expect(await fresh.styleIds()).toContain(id);
    if (choice === 'there') expect((await fresh.settings()).primary).toBe('puter');
    // Its user was shown the difference and kept the default.
    else expect((await fresh.settings()).primary).toBe('huggingface');
  });

  test('is shown what would change, and nothing changes by that', async () => {
    const device = syncDevice('a', {
      stored: { version: 2, hub: { maxConcurrent: 3 } },
      there: {
        'setting.primary': record('puter'),
        'setting.hub.maxConcurrent': record(7),
        'style.x': record({ id: 'x', ...NOIR }),
      },
    });
    const before = device.area.snapshot();
    expect(await device.sync.preview()).toEqual([
      { part: 'primary', now: 'huggingface', inFile: 'puter' },
      { part: 'hub.maxConcurrent', now: 3, inFile: 7 },
      {
        part: 'styles',
        entries: { added: [{ id: 'x', name: NOIR.name }], removed: [], changed: [], reordered: false },
      },
    ]);
    expect(device.area.snapshot()).toEqual(before);
    expect(device.state.writes).toEqual([]);
  });

  test('keeps its own where its user says so, and the others follow', async () => {
    const { a } = await pair();
    await a.set({ hub: { maxConcurrent: 7 } });
    await a.settle();
    const b = syncDevice('b', { stored: { version: 2, hub: { maxConcurrent: 3 } } });
    await deliver(a, b);
    await b.sync.turnOn('here');
    expect(b.record('setting.hub.maxConcurrent')).toEqual(record(3, 2, 'b'));
    await deliver(b, a);
    await a.settle();
    expect((await a.settings()).hub.maxConcurrent).toBe(3);
  });
});

describe('two devices', () => {
  test('an edit arrives, is told to open pages, and is not answered', async () => {
    const { a, b } = await pair();
    await a.set({ primary: 'puter' });
    const id = await a.addStyle(NOIR);
    await a.settle();
    await deliver(a, b);
    await b.settle();
    expect((await b.settings()).primary).toBe('puter');
    expect(await b.styleIds()).toContain(id);
    expect(b.state).toMatchObject({ changed: 1, writes: [] });
    // code-settings-sync #192: two windows answered each other for ever. vscode #110606: the same was written again and again.
    for (let round = 0; round < 5; round += 1) {
      await deliver(b, a);
      await a.settle();
      await deliver(a, b);
      await b.settle();
    }
    expect(a.state.writes).toHaveLength(1);
    expect(b.state.writes).toEqual([]);
  });

  test('different fields at once: both stay', async () => {
    const { a, b } = await pair();
    await a.set({ primary: 'puter' });
    await b.set({ hub: { maxConcurrent: 3 } });
    await a.settle();
    await b.settle();
    await deliver(a, b, ['setting.primary']);
    await deliver(b, a, ['setting.hub.maxConcurrent']);
    await a.settle();
    await b.settle();
    for (const one of [a, b])
      expect(await one.settings()).toMatchObject({ primary: 'puter', hub: { maxConcurrent: 3 } });
  });

  // mozilla/application-services #5028, tampermonkey #1501: what was deleted came back from another device.
  test('a deleted style stays deleted, although the other device still had it', async () => {
    const { a, b } = await pair();
    const id = await a.addStyle(NOIR);
    await a.settle();
    await deliver(a, b);
    await b.settle();
    await a.styles.remove(id);
    await a.settle();
    expect(a.record(`style.${id}`)).toMatchObject({ deleted: true, edits: 2 });
    // The other's older record arrives last, and is corrected.
    await deliver(b, a, [`style.${id}`]);
    await a.settle();
    await deliver(a, b);
    await b.settle();
    expect(await b.styleIds()).not.toContain(id);
  });

  test('deleted styles are remembered within bounds, the earliest forgotten first', async () => {
    const { a } = await pair();
    const ids: string[] = [];
    for (let count = 0; count < TOMBSTONES + 3; count += 1) {
      ids.push(await a.addStyle({ ...NOIR, name: `Style ${count}` }));
    }
    await a.settle();
    for (const id of ids) {
      await a.styles.remove(id);
      await a.settle();
    }
    const deleted = Object.keys(a.remote.snapshot()).filter((key) => a.record(key)?.deleted);
    expect(deleted.toSorted()).toEqual(
      ids
        .slice(3)
        .map((id) => `style.${id}`)
        .toSorted(),
    );
  });

  test('a copied profile, with the same device id, still agrees', async () => {
    const [a, b] = [syncDevice('same'), syncDevice('same')];
    await a.sync.turnOn('there');
    await b.sync.turnOn('there');
    await a.set({ hub: { maxConcurrent: 3 } });
    await b.set({ hub: { maxConcurrent: 9 } });
    await a.settle();
    await b.settle();
    for (let round = 0; round < 3; round += 1) {
      await deliver(a, b);
      await b.settle();
      await deliver(b, a);
      await a.settle();
    }
    expect((await a.settings()).hub).toEqual((await b.settings()).hub);
  });
});

describe('room', () => {
  test('a style too large for one item stays here and is named; the rest goes', async () => {
    const { a } = await pair();
    const large = await a.addStyle({
      name: 'Large',
      template: `{prompt}${'絵'.repeat(1_900)}`,
      negativePrompt: '絵'.repeat(1_900),
    });
    const small = await a.addStyle(NOIR);
    await a.settle();
    expect(a.record(`style.${large}`)).toBeUndefined();
    expect(a.record(`style.${small}`)).toBeDefined();
    expect(await a.sync.status()).toEqual({
      on: true,
      isThere: true,
      left: [{ kind: 'style', id: large, name: 'Large' }],
      failed: false,
    });
    expect(a.state.changed).toBe(1);
    await a.settle();
    await a.settle();
    expect(a.state.writes).toHaveLength(1);
    await a.styles.change(large, { name: 'Large', template: '{prompt}, small now' });
    await a.settle();
    expect((await a.sync.status()).left).toEqual([]);
    expect(a.record(`style.${large}`)).toBeDefined();
  });

  test('what is written stays within what browsers give, counted as Chromium counts', async () => {
    const { a } = await pair();
    await a.styles.replaceAll(
      Array.from({ length: 400 }, (_, index) => ({
        id: `own-${index}`,
        name: `Own ${index}`,
        template: `{prompt} ${'<é'.repeat(100)}`,
      })),
    );
    await a.set({ primary: 'puter' });
    await a.settle();
    const items = Object.entries(a.remote.snapshot());
    const bytes = items.map(
      ([key, value]) => key.length + Buffer.byteLength(JSON.stringify(value).replaceAll('<', '\\u003C')),
    );
    expect(Math.max(...bytes)).toBeLessThanOrEqual(8_192);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(102_400);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(SYNC_ROOM.totalBytes * 0.9);
    expect(a.record('setting.primary')).toBeDefined();
    const { left } = await a.sync.status();
    expect(left.length + items.filter(([key]) => key.startsWith('style.own')).length).toBe(400);
  });

  // orbit #26, libredirect #1151: a refused write was reported as saved.
  test('a refused write is said, changes nothing here, and is tried again', async () => {
    const { a } = await pair();
    await a.set({ primary: 'puter' });
    const { beforeSet } = a.remote;
    a.remote.beforeSet = () => {
      throw new Error('QUOTA_BYTES quota exceeded');
    };
    await a.settle();
    expect(await a.sync.status()).toMatchObject({ failed: true });
    expect(a.state).toMatchObject({ alarm: 60_000, changed: 1 });
    expect((await a.settings()).primary).toBe('puter');
    a.remote.beforeSet = beforeSet;
    await a.settle();
    expect(a.record('setting.primary')).toMatchObject({ value: 'puter', edits: 1 });
    expect(await a.sync.status()).toMatchObject({ failed: false });
    expect(a.state).toMatchObject({ alarm: undefined, changed: 2 });
  });

  test('a sync that cannot be read is said, and changes nothing', async () => {
    const { a } = await pair();
    await a.set({ primary: 'puter' });
    a.remote.get = () => Promise.reject(new Error('no sync here'));
    await a.settle();
    expect(await a.sync.status()).toMatchObject({ on: true, failed: true });
    expect((await a.settings()).primary).toBe('puter');
  });

  test('its own state cannot be read: edits are sent once it can', async () => {
    const { a } = await pair();
    const { beforeGet } = a.area;
    await a.set({ primary: 'puter' });
    a.area.beforeGet = () => {
      throw new Error('disk busy');
    };
    await a.sync.edited();
    expect(a.state.alarm).toBe(5_000);
    await expect(a.settle()).rejects.toThrow('disk busy');
    expect(a.state.alarm).toBe(60_000);
    a.area.beforeGet = beforeGet;
    await a.settle();
    expect(a.record('setting.primary')).toMatchObject({ value: 'puter', edits: 1 });
    expect(a.state.alarm).toBeUndefined();
  });

  // hotwire-dev-tools #17, tabliss #697: every move of a slider was a write.
  test('many edits in a row are one write, and writes keep their distance', async () => {
    const { a } = await pair();
    for (let value = 1; value <= 20; value += 1) {
      await a.set({ hub: { maxConcurrent: value } });
      await a.sync.edited();
      expect(a.state.alarm).toBe(5_000);
    }
    expect(a.state.writes).toEqual([]);
    a.state.now += 5_000;
    await a.sync.reconcile();
    expect(a.state.writes).toHaveLength(1);
    for (let moment = 0; moment < 60; moment += 1) {
      a.state.now += 1_000;
      await a.set({ hub: { maxConcurrent: 1 + (moment % 20) } });
      await a.sync.reconcile();
    }
    expect(a.state.writes.length).toBeLessThanOrEqual(13);
    a.state.now += 5_000;
    await a.sync.reconcile();
    expect(a.record('setting.hub.maxConcurrent')).toMatchObject({ value: 20 });
  });

  test.each([
    ['a day back', -86_400_000],
    ['a moment back', -1_000],
    ['a year ahead', 365 * 86_400_000],
  ])('a clock that was set %s holds no write up', async (_, jumpMs) => {
    const { a } = await pair();
    a.state.now = 1_700_000_000_000;
    await a.set({ hub: { maxConcurrent: 2 } });
    await a.sync.reconcile();
    a.state.now += jumpMs;
    await a.set({ hub: { maxConcurrent: 3 } });
    await a.sync.edited();
    for (let rings = 0; rings < 3 && a.state.alarm !== undefined; rings += 1) {
      a.state.now += a.state.alarm;
      await a.sync.reconcile();
    }
    expect(a.record('setting.hub.maxConcurrent')).toMatchObject({ value: 3 });
    expect(a.state.alarm).toBeUndefined();
  });
});

describe('a counter that has come to its end', () => {
  const LAST = Number.MAX_SAFE_INTEGER - 1;

  test.each(['a', 'zz'])('edits still reach the other device (their last one was by “%s”)', async (last) => {
    const { a, b } = await pair();
    await a.remote.set({ 'setting.hub.maxConcurrent': record(2, LAST, last) });
    await deliver(a, b);
    await Promise.all([a.settle(), b.settle()]);
    for (const [from, to, value] of [
      [a, b, 3],
      [b, a, 4],
      [a, b, 5],
    ] as const) {
      await from.set({ hub: { maxConcurrent: value } });
      await from.settle();
      await deliver(from, to);
      await to.settle();
      expect((await from.settings()).hub.maxConcurrent).toBe(value);
      expect((await to.settings()).hub.maxConcurrent).toBe(value);
      expect(to.area.snapshot()).not.toHaveProperty('sync:aside');
    }
  });

  test('what an earlier version counted beyond it is written so that others can read it', async () => {
    const { a, b } = await pair();
    const sync = a.area.snapshot().sync as object;
    const known = { 'setting.hub.maxConcurrent': record(2, LAST + 1, 'a') };
    await a.area.set({ sync: { ...sync, known } });
    await a.set({ hub: { maxConcurrent: 2 } });
    await a.settle();
    await deliver(a, b);
    await b.settle();
    expect((await b.settings()).hub.maxConcurrent).toBe(2);
  });

  test('a deletion after it is still remembered as the latest', () => {
    const there = { 'style.x': { deleted: true, edits: 1, device: 'a', gone: Number.MAX_SAFE_INTEGER } };
    expect(Number.isSafeInteger(nextGone(there))).toBe(true);
  });
});

describe('what lies there', () => {
  test.each([
    ['text', 'garbage'],
    ['null', null],
    ['no counter', { value: 'puter', device: 'x' }],
    ['a counter without end', { value: 'puter', edits: 1e300, device: 'x' }],
    ['a counter below one', { value: 'puter', edits: -5, device: 'x' }],
    ['neither a value nor a deletion', { edits: 5, device: 'x' }],
  ])('%s is set aside and never applied', async (_, raw) => {
    const device = syncDevice('a', { there: { 'setting.primary': raw } });
    await device.sync.turnOn('there');
    await device.settle();
    expect((await device.settings()).primary).toBe('huggingface');
    expect(device.area.snapshot()['sync:aside']).toEqual({ 'setting.primary': raw });
    await device.set({ primary: 'puter' });
    await device.settle();
    expect(device.record('setting.primary')).toEqual(record('puter', 1, 'a'));
  });

  test.each([
    ['a setting', 'setting.pictures.fileType', record('avif', 9)],
    ['a style', 'style.x', record({ id: 'y', template: 'no prompt' }, 9)],
    [
      'a list of hubs',
      'sources',
      record([{ id: 'x', name: 'X', url: 'https://x.example', type: 'newhub' }], 9),
    ],
    ['a kind of thing', 'folder.7', { anything: 1 }],
  ])('%s of a newer version stays untouched', async (_, key, raw) => {
    const device = syncDevice('a', { there: { [key]: raw } });
    await device.sync.turnOn('here');
    await device.set({ primary: 'puter' });
    await device.settle();
    expect(device.record(key)).toEqual(raw);
    expect(await device.store.own()).toEqual({ values: { primary: 'puter' } });
    expect(await device.styleIds()).toEqual(SHIPPED_STYLES.map(({ id }) => id));
  });

  test('an edit made here after it wins over a newer version’s', async () => {
    const device = syncDevice('a', { there: { 'setting.pictures.fileType': record('avif', 9) } });
    await device.sync.turnOn('there');
    await device.set({ pictures: { fileType: 'png' } });
    await device.settle();
    expect(device.record('setting.pictures.fileType')).toEqual(record('png', 10, 'a'));
  });

  test('what a newer version added to a record or a style outlives an edit here', async () => {
    const there = { 'style.x': { ...record({ id: 'x', ...NOIR, steps: 30 }), colour: 'red' } };
    const device = syncDevice('a', { there });
    await device.sync.turnOn('there');
    await device.styles.change('x', { ...NOIR, name: 'Other' });
    await device.settle();
    expect(device.record('style.x')).toEqual({
      ...record({ id: 'x', ...NOIR, name: 'Other', steps: 30 }, 2, 'a'),
      colour: 'red',
    });
  });

  test('a hostile style is a style and no more', async () => {
    const style = { id: '<script>', name: '__proto__', template: '{prompt}' };
    const device = syncDevice('a', {
      there: { 'style.<script>': record(style), 'setting.__proto__': record(1) },
    });
    await device.sync.turnOn('there');
    expect(await device.styleIds()).toContain('<script>');
    expect(Object.keys(await device.settings())).not.toContain('__proto__');
  });
});

describe('locked by an administrator', () => {
  const policy = { maxConcurrent: 2, locked: ['maxConcurrent'] };

  test('is neither overwritten nor sent', async () => {
    const there = { 'setting.hub.maxConcurrent': record(9, 5) };
    const device = syncDevice('a', { policy, there, stored: { version: 2, hub: { maxConcurrent: 4 } } });
    expect((await device.store.read()).locked).toEqual(['hub.maxConcurrent']);
    expect(await device.sync.preview()).toEqual([]);
    await device.sync.turnOn('here');
    await device.settle();
    expect((await device.settings()).hub.maxConcurrent).toBe(2);
    expect(device.area.snapshot().settings).toMatchObject({ hub: { maxConcurrent: 4 } });
    expect(device.remote.snapshot()).toEqual(there);
  });
});

describe('lost or damaged storage here', () => {
  test.each([
    ['gone', undefined],
    ['damaged', { version: 2, primary: 7, hub: 'x' }],
  ])('settings that are %s delete nothing there', async (_, settings) => {
    const { a } = await pair();
    await a.set({ primary: 'puter', hub: { maxConcurrent: 3 } });
    const id = await a.addStyle(NOIR);
    await a.settle();
    const there = a.remote.snapshot();
    if (settings) await a.area.set({ settings, styles: 'broken' });
    else await a.area.remove(['settings', 'styles']);
    await a.settle();
    expect(a.remote.snapshot()).toEqual(there);
    expect(a.record(`style.${id}`)).toBeDefined();
  });

  test('a reset by the user does reach the other device', async () => {
    const { a, b } = await pair();
    await a.set({ primary: 'puter' });
    await a.settle();
    await deliver(a, b);
    await b.settle();
    await a.store.reset();
    await a.settle();
    await deliver(a, b);
    await b.settle();
    expect((await b.settings()).primary).toBe('huggingface');
  });

  test('a worker killed after the values were set does not send them as edits of its own', async () => {
    const { a, b } = await pair();
    await a.set({ primary: 'puter' });
    await a.settle();
    await deliver(a, b);
    b.area.beforeSet = (items) => {
      if ('sync' in items) throw new Error('killed');
    };
    await b.sync.reconcile().catch(() => undefined);
    b.area.beforeSet = () => undefined;
    await b.settle();
    expect(b.state.writes).toEqual([]);
    expect((await b.settings()).primary).toBe('puter');
  });
});

describe('switched off again', () => {
  test('what lies there stays, until it is deleted by a press; not while it is on', async () => {
    const { a } = await pair();
    await a.set({ primary: 'puter' });
    await a.settle();
    expect(await a.sync.clear()).toBe(false);
    await a.sync.turnOff();
    expect(a.record('setting.primary')).toBeDefined();
    expect(await a.sync.status()).toMatchObject({ on: false, isThere: true });
    await a.set({ primary: 'huggingface' });
    await a.settle();
    expect(a.record('setting.primary')).toMatchObject({ value: 'puter' });
    expect(await a.sync.clear()).toBe(true);
    expect(a.remote.snapshot()).toEqual({});
    expect((await a.settings()).primary).toBe('huggingface');
  });

  // vscode #89630: deleting the copy in the account emptied another machine.
  test('deleting what lies there takes nothing away from a device that still syncs', async () => {
    const { a, b } = await pair();
    const id = await a.addStyle(NOIR);
    await a.settle();
    await deliver(a, b);
    await b.settle();
    await a.sync.turnOff();
    await a.sync.clear();
    await deliverRemovals(a, b);
    expect(b.remote.snapshot()).toEqual({});
    await b.settle();
    expect(await b.styleIds()).toContain(id);
    expect(b.record(`style.${id}`)).toBeDefined();
  });
});
