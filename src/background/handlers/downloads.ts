import type { Handlers } from '../../messages/index.ts';
import { done, storing } from '../reply.ts';
import type { Services } from '../services.ts';

type DownloadHandlers = Pick<
  Handlers,
  'listDownloads' | 'cancelDownload' | 'resumeDownload' | 'takeDownload'
>;

/** What pages can do with the files that are fetched with a source's token. */
export function downloadHandlers({ downloads }: Pick<Services, 'downloads'>): DownloadHandlers {
  return {
    listDownloads: () => storing(async () => done(await downloads.list())),
    cancelDownload: ({ id }) =>
      storing(async () => {
        await downloads.cancel(id);
        return done(null);
      }),
    resumeDownload: ({ id }) =>
      storing(async () => {
        await downloads.resume(id);
        return done(null);
      }),
    takeDownload: ({ id, again }) => storing(async () => done({ mine: await downloads.take(id, again) })),
  };
}
