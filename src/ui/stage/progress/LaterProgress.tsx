import type { Job } from '../../../jobs/index.ts';
import { later } from '../../components/later.tsx';

const parts = () => import('./progress-parts.ts');
const progress = later<object>(async () => (await parts()).Progress);
const pill = later<{ job: Job }>(async () => (await parts()).QueuePill);

/** Both parts are mounted at once, and empty while nothing is made: they are loaded right after the first frame. */
export const Progress = progress.Part;
export const QueuePill = pill.Part;
