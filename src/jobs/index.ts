export type { StorageArea } from '../storage/area.ts';
export { againHelps, mayTryAgain } from './again-helps.ts';
export type { AttemptLog } from './attempt-log.ts';
export { elapsed } from './elapsed.ts';
export {
  isActive,
  isUnsettled,
  type Job,
  type JobAttempt,
  type JobError,
  type JobRoute,
  type JobStatus,
  type JobWait,
  mayStillCome,
  owesPicture,
  type PaidPicture,
  paidPictures,
} from './job.ts';
export { jobArea } from './job-area.ts';
export { mayBeUnsettled } from './may-be-unsettled.ts';
export type { JobNotes } from './new-jobs.ts';
export { orderOf } from './order.ts';
export { createPictureKeeper, type PictureKeeper } from './picture-keeper.ts';
export { readJobs, watchJobs } from './read.ts';
export { recover } from './recover.ts';
export { createJobRunner } from './runner.ts';
export type { JobRunner } from './runner-ports.ts';
export { createJobStore, type JobListener, type JobStore } from './store.ts';
export { type JobEvent, transition } from './transition.ts';
export { asSeen, isUnseen } from './unseen.ts';
export { mayHavePaid, remainingMs, remainingWaitMs, waitFor } from './waiting.ts';
