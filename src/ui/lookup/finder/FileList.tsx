import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem, RepositoryFiles, RepositoryTarget } from '../../../messages/index.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ask, t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { usePopup } from '../../stage/context.ts';
import { sourceName } from '../../words/source-name.ts';
import { FileItem } from './FileItem.tsx';
import { fileEntries, parentOf } from './tree-entries.ts';

interface FileListProps {
  repository: RepositoryTarget;
  /** A source that comes first did not answer: the user is asked before something is downloaded. */
  provisional: boolean;
  status: Signal<string>;
}

interface Folder {
  path: string;
  files: RepositoryFiles;
}

/** The files of a repository, a folder at a time. */
export function FileList({ repository, provisional, status }: FileListProps) {
  const settings = usePopup().settings.value;
  const folder = useSignal<Folder | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const busy = useSignal(false);

  const where = useRef<HTMLParagraphElement>(null);
  // Here and not where the answer comes in: whoever went back meanwhile is told nothing.
  useEffect(() => {
    if (!folder.value) return;
    status.value = t('popup_files_listed', folder.value.files.items.length);
    // What was pressed is gone with the folder it led out of.
    where.current?.focus();
  }, [folder.value, status]);

  async function list(path: string) {
    if (busy.value) return;
    busy.value = true;
    problem.value = undefined;
    const reply = await ask('listFiles', { repository, path });
    busy.value = false;
    if (!reply.ok) {
      problem.value = reply.problem;
      return;
    }
    folder.value = { path, files: reply.value };
  }

  const shown = folder.value;
  const entries = fileEntries(shown?.files.items ?? []);
  const source = shown && sourceName(settings, shown.files.source);
  return (
    <div class="files">
      {!shown && (
        <Button small icon="folder" aria-disabled={busy.value} onClick={() => void list('')}>
          {t('popup_list_files')}
        </Button>
      )}
      {problem.value && (
        <Notice tone="error" announce="alert">
          <p>{problemText(problem.value)}</p>
        </Notice>
      )}
      {shown && source !== undefined && (
        <>
          <p class="files-at" tabIndex={-1} ref={where}>
            {t('popup_files_at', source)} <bdi>/{shown.path}</bdi>
          </p>
          <ul class="file-rows" aria-label={t('popup_files')}>
            {shown.path !== '' && (
              <li class="file-row">
                <Button small variant="quiet" icon="up" onClick={() => void list(parentOf(shown.path))}>
                  {t('popup_folder_up')}
                </Button>
              </li>
            )}
            {entries.map((entry) => (
              <FileItem
                key={entry.path}
                repository={repository}
                entry={entry}
                unsure={provisional ? source : undefined}
                onOpen={() => void list(entry.path)}
              />
            ))}
          </ul>
          {entries.length === 0 && <p class="quiet">{t('popup_no_files')}</p>}
        </>
      )}
    </div>
  );
}
