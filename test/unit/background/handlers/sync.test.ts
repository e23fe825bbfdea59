import { expect, test } from 'vitest';
import { syncHandlers } from '../../../../src/background/handlers/sync.ts';
import { fakeServices } from '../fake-services.ts';

const refused = (code: string) => ({ ok: false, problem: { code } });

test('on, off and cleared, each told to open pages; not cleared while it is on', async () => {
  const { services, state, settings } = fakeServices();
  const handlers = syncHandlers(services);
  await settings.store.update({ primary: 'puter' });
  expect(await handlers.previewSync({})).toEqual({ ok: true, value: { differences: [] } });
  expect(await handlers.turnSyncOn({ hold: 'there' })).toMatchObject({
    ok: true,
    value: { primary: 'puter' },
  });
  expect(await handlers.readSync({})).toEqual({
    ok: true,
    value: { on: true, isThere: true, left: [], failed: false },
  });
  expect(await handlers.clearSync({ confirmed: true })).toEqual(refused('SYNC_ON'));
  expect(await handlers.turnSyncOff({})).toEqual({ ok: true, value: null });
  expect(await handlers.clearSync({ confirmed: true })).toEqual({ ok: true, value: null });
  expect(await handlers.readSync({})).toMatchObject({ value: { on: false, isThere: false } });
  expect(state.announced).toBe(3);
});

test('a browser without a sync is said by name', async () => {
  const { services } = fakeServices();
  const broken = async () => Promise.reject(new Error('no sync'));
  const sync = { ...services.sync, preview: broken, turnOn: broken };
  const handlers = syncHandlers({ ...services, sync });
  expect(await handlers.previewSync({})).toEqual(refused('SYNC_UNAVAILABLE'));
  expect(await handlers.turnSyncOn({ hold: 'here' })).toEqual(refused('SYNC_UNAVAILABLE'));
});
