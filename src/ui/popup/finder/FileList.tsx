import { type Signal, useSignal } from '@preact/signals';
import type { Problem, RepositoryFiles, RepositoryTarget } from '../../../messages/index.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ask, openPage, t } from '../../extension.ts';
import { problemText } from '../../problem-text.ts';
import { usePopup } from '../context.ts';
import { ConfirmDownload } from './ConfirmDownload.tsx';
import { FileRow } from './FileRow.tsx';
import { sourceName } from './source-name.ts';
import { fileEntries, parentOf } from './tree-entries.ts';

interface FileListProps {
  repository: RepositoryTarget;
  /** A source that comes first did not answer: the user is asked before something is downloaded. */
  provisional: boolean;
  status: Signal<string>;
}

/** The files of a repository, a folder at a time. */
export function FileList({ repository, provisional, status }: FileListProps) {
  const settings = usePopup().settings.value;
  const folder = useSignal('');
  const files = useSignal<RepositoryFiles | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const busy = useSignal(false);
  const toConfirm = useSignal<string | undefined>(undefined);

  async function list(path: string) {
    if (busy.value) return;
    busy.value = true;
    problem.value = undefined;
    toConfirm.value = undefined;
    const reply = await ask('listFiles', { repository, path });
    busy.value = false;
    if (!reply.ok) {
      problem.value = reply.problem;
      return;
    }
    folder.value = path;
    files.value = reply.value;
    status.value = t('popup_files_listed', reply.value.items.length);
  }

  async function download(path: string) {
    toConfirm.value = undefined;
    problem.value = undefined;
    const reply = await ask('downloadFile', { repository, path });
    // The hub answers with an attachment: the browser turns the new tab into a plain download.
    if (reply.ok) openPage(reply.value.url);
    else problem.value = reply.problem;
  }

  const entries = files.value && fileEntries(files.value.items);
  return (
    <div class="files">
      {!entries && (
        <Button small icon="folder" aria-disabled={busy.value} onClick={() => void list('')}>
          {t('popup_list_files')}
        </Button>
      )}
      {problem.value && (
        <Notice tone="error" announce="alert">
          <p>{problemText(problem.value)}</p>
        </Notice>
      )}
      {toConfirm.value !== undefined && files.value && (
        <ConfirmDownload
          source={sourceName(settings, files.value.source)}
          onConfirm={() => void download(toConfirm.value ?? '')}
          onCancel={() => {
            toConfirm.value = undefined;
          }}
        />
      )}
      {entries && files.value && (
        <>
          <p class="quiet small">
            {t('popup_files_at', sourceName(settings, files.value.source))} <bdi>/{folder.value}</bdi>
          </p>
          <ul class="file-rows" aria-label={t('popup_files')}>
            {folder.value !== '' && (
              <li class="file-row">
                <Button small variant="quiet" icon="up" onClick={() => void list(parentOf(folder.value))}>
                  {t('popup_folder_up')}
                </Button>
              </li>
            )}
            {entries.map((entry) => (
              <FileRow
                key={entry.path}
                entry={entry}
                onOpen={() => void list(entry.path)}
                onDownload={() => {
                  if (provisional) toConfirm.value = entry.path;
                  else void download(entry.path);
                }}
              />
            ))}
          </ul>
          {entries.length === 0 && <p class="quiet">{t('popup_no_files')}</p>}
        </>
      )}
    </div>
  );
}
