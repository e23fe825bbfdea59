export { Progress } from './Progress.tsx';
export { QueuePill } from './QueuePill.tsx';
