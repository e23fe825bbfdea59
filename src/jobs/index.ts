export type { StorageArea } from '../storage/area.ts';
export type { AttemptLog } from './attempt-log.ts';
export {
  isActive,
  isUnsettled,
  type Job,
  type JobAttempt,
  type JobError,
  type JobRoute,
  type JobStatus,
  owesPicture,
} from './job.ts';
export { createPictureKeeper, type PictureKeeper } from './picture-keeper.ts';
export { readJobs, watchJobs } from './read.ts';
export { recover } from './recover.ts';
export { createJobRunner, type JobRunner } from './runner.ts';
export { createJobStore, type JobStore } from './store.ts';
export { withPicture } from './with-picture.ts';
