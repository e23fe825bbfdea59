import { t, together } from '../../page/extension.ts';
import { DOWNLOADS } from './downloads.ts';

/** The text that screen readers read out of all downloads: how each began and ended, and not each of its steps. */
export function DownloadsStatus() {
  const said = DOWNLOADS.downloads.value.map(({ name, state }) => t(`download_said_${state}`, name));
  return (
    <p role="status" class="visually-hidden">
      {together(...said)}
    </p>
  );
}
