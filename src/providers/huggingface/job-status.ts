import { isRefusalCode } from '../meaning/content-refusal.ts';

/**
 * The statuses of a queue's job that has ended without a picture, as any service spells them. With any other status it may
 * still end well.
 */
const ENDED_BADLY = new Set(
  'error,errored,failed,failure,cancelled,canceled,aborted,rejected,expired,timed_out,timeout,dead,deleted,terminated'.split(
    ',',
  ),
);

/** Whether a status says that a job has ended without a picture, or that its content was refused. */
export function endedBadly(status: string): boolean {
  const spelled = status
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');
  return ENDED_BADLY.has(spelled) || isRefusalCode(spelled);
}
