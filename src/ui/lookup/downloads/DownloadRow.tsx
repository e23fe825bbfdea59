import type { DownloadView, SettingsView } from '../../../messages/index.ts';
import { Button } from '../../components/Button.tsx';
import { t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { sourcePlace } from '../../words/source-name.ts';
import { DOWNLOADS } from './downloads.ts';
import './downloads.css';
import { howFar } from './how-far.ts';

interface DownloadRowProps {
  download: DownloadView;
  settings: SettingsView | undefined;
}

/** One file that is fetched with a source's token: how far it is, and what can be done about it. */
export function DownloadRow({ download, settings }: DownloadRowProps) {
  const { id, name, source, state, received, size, problem } = download;
  const trouble = DOWNLOADS.problems.value[id] ?? problem;
  return (
    <div class="download">
      <p class="download-name">
        <bdi>{name}</bdi> <span class="quiet">{t('download_from', sourcePlace(settings, source))}</span>
      </p>
      <div class="download-actions">
        {(state === 'stopped' || state === 'failed') && (
          <Button small variant="primary" onClick={() => void DOWNLOADS.resume(id)}>
            {t(state === 'stopped' ? 'download_go_on' : 'download_try_again')}
          </Button>
        )}
        {state === 'saved' && (
          <Button small icon="save" onClick={() => void DOWNLOADS.saveAgain(id)}>
            {t('download_save_again')}
          </Button>
        )}
        <Button
          small
          variant="quiet"
          onClick={() => void DOWNLOADS.drop(id)}
          aria-label={t(`download_${dropWord(state)}_named`, name)}
        >
          {t(`download_${dropWord(state)}`)}
        </Button>
      </div>
      {state === 'running' && (
        <progress
          aria-label={t('download_progress', name)}
          {...(size !== undefined && size > 0 && { max: size, value: Math.min(received, size) })}
        />
      )}
      <p class="download-state">{howFar(download)}</p>
      {trouble && (
        <p class="download-trouble" role="alert">
          {problemText(trouble)}
        </p>
      )}
    </div>
  );
}

/** The word for taking a download off the list: cancel it, discard the part that has arrived, or dismiss the line. */
function dropWord(state: DownloadView['state']): 'cancel' | 'discard' | 'dismiss' {
  if (state === 'running') return 'cancel';
  return state === 'stopped' || state === 'ready' ? 'discard' : 'dismiss';
}
