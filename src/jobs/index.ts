export { isActive, type Job, type JobAttempt, type JobError, type JobRoute, type JobStatus } from './job.ts';
export { readJobs, watchJobs } from './read.ts';
export type { StorageArea } from './storage-area.ts';
