import type { Picture } from '../gallery/index.ts';
import type { Job } from './job.ts';

/** The provider that made a picture, with its model, route and warnings. */
export type MadeBy = Pick<Picture, 'provider' | 'model' | 'route' | 'warnings'>;

/** The job as succeeded, for a picture that is in the gallery, whatever the job's record said before. */
export function withPicture(job: Job, picture: MadeBy & Pick<Picture, 'createdAt'>): Job {
  const { error: _overcome, ...rest } = job;
  const { provider, model, route, warnings, createdAt } = picture;
  return {
    ...rest,
    status: 'succeeded',
    endedAt: job.endedAt ?? createdAt,
    provider,
    ...(model !== undefined && { model }),
    ...(route !== undefined && { route }),
    ...(warnings && { warnings }),
  };
}
