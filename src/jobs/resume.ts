import { type Job, paidPictures } from './job.ts';
import { type RecoverAllPorts, recoverAll } from './recover-all.ts';
import type { WaitingRoom } from './waiting-room.ts';

interface RecoveryPorts extends RecoverAllPorts {
  /** Puts jobs into the queue. */
  begin(...jobs: Job[]): void;
  waitingRoom: Pick<WaitingRoom, 'wake' | 'tryAgainLater' | 'triesAgain'>;
}

/** The runner's `resume`: see `JobRunner`. */
export async function resume(ports: RecoveryPorts): Promise<string[]> {
  const { begin, waitingRoom } = ports;
  waitingRoom.triesAgain();
  const { recovered, isComplete } = await recoverAll(ports).catch((thrown) => {
    waitingRoom.tryAgainLater();
    throw thrown;
  });
  if (!isComplete) waitingRoom.tryAgainLater();
  // Another alarm may have begun a job while this one waited for the gallery.
  begin(
    ...recovered.map(({ job }) => job).filter(({ id, status }) => status === 'queued' && !ports.isOwn(id)),
  );
  if (recovered.some(({ job }) => job.status === 'waiting')) void waitingRoom.wake().catch(() => undefined);
  const changed = recovered.flatMap((one) => (one.changed ? [one.job] : []));
  const fetchable = changed.filter((job) => job.status === 'failed' && paidPictures(job).length > 0);
  return fetchable.map(({ id }) => id);
}
