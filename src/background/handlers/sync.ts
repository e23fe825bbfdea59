import type { Handlers, Reply } from '../../messages/index.ts';
import { done, refused } from '../reply.ts';
import type { Services } from '../services.ts';

type SyncHandlers = Pick<Handlers, 'readSync' | 'previewSync' | 'turnSyncOn' | 'turnSyncOff' | 'clearSync'>;

/** The handlers of messages about the browser's sync. */
export function syncHandlers({
  sync,
  wayBack,
  announceSettings,
}: Pick<Services, 'sync' | 'wayBack' | 'announceSettings'>): SyncHandlers {
  return {
    readSync: () => syncing(async () => done(await sync.status())),
    previewSync: () => syncing(async () => done({ differences: await sync.preview() })),
    turnSyncOn: ({ hold }) =>
      syncing(async () => {
        if (hold === 'there') await wayBack.keep();
        await sync.turnOn(hold);
        return done(await announceSettings());
      }),
    turnSyncOff: () =>
      syncing(async () => {
        await sync.turnOff();
        await announceSettings();
        return done(null);
      }),
    clearSync: () =>
      syncing(async () => {
        if (!(await sync.clear())) return refused('SYNC_ON');
        await announceSettings();
        return done(null);
      }),
  };
}

/** Runs work that fails only if the browser's storage or its sync fails. */
async function syncing<Value>(work: () => Promise<Reply<Value>>): Promise<Reply<Value>> {
  try {
    return await work();
  } catch {
    return refused('SYNC_UNAVAILABLE');
  }
}
