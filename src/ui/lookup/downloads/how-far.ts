import type { DownloadView } from '../../../messages/index.ts';
import { t, together, uiLanguage } from '../../page/extension.ts';
import { asFileSize } from '../../words/file-size.ts';

/** How far a download is, in a sentence or two. */
export function howFar({ state, received, size, resumedAt, startedOver }: DownloadView): string {
  const words = (bytes: number) => asFileSize(bytes, uiLanguage());
  if (state === 'ready') return t('download_ready');
  if (state === 'saved') return t('popup_saved');
  if (state === 'failed') return t('download_failed');
  if (state === 'stopped') return t('download_stopped', words(received));
  return together(
    size === undefined
      ? t('download_so_far', words(received))
      : t('download_of', words(received), words(size)),
    resumedAt !== undefined && t('download_resumed', words(resumedAt)),
    startedOver && t('download_started_over'),
    t('download_goes_on'),
  );
}
