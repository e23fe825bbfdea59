import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Problem, RepositoryFiles, RepositoryTarget } from '../../../messages/index.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ask, countOf, listOf, t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { usePopup } from '../../stage/context.ts';
import { sourceName, sourcePlaces } from '../../words/source-name.ts';
import { FileItem } from './FileItem.tsx';
import { fileEntries, parentOf } from './file-entries.ts';
import { OtherSource } from './OtherSource.tsx';
import { SourceHost } from './SourceHost.tsx';

interface FileListProps {
  repository: RepositoryTarget;
  /** The id of the source that was shown: only its files are listed. */
  source: string | undefined;
  /** Sources of higher priority that did not answer: a question is asked before a download. */
  silent: readonly string[];
  status: Signal<string>;
}

/** How many rows are shown at first, and added each time: 10,000 at once would freeze the page. */
const ROWS = 200;

interface Folder {
  path: string;
  files: RepositoryFiles;
}

/** The files of a repository, one folder at a time. */
export function FileList({ repository, source: shownSource, silent, status }: FileListProps) {
  const settings = usePopup().settings.value;
  const folder = useSignal<Folder | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const busy = useSignal(false);
  const rows = useSignal(ROWS);

  /** The folder that was requested last. */
  const wanted = useRef('');
  const where = useRef<HTMLParagraphElement>(null);
  // Announced here and not when the answer arrives: the user may have gone back meanwhile.
  useEffect(() => {
    if (!folder.value) return;
    const { items, complete } = folder.value.files;
    status.value = complete
      ? t('popup_files_listed', items.length)
      : countOf('popup_more_files', items.length);
    // The pressed button is gone with its folder, so the list gets the focus.
    where.current?.focus();
  }, [folder.value, status]);

  async function list(path: string, at = folder.value?.files.source ?? shownSource) {
    if (busy.value) return;
    busy.value = true;
    problem.value = undefined;
    wanted.current = path;
    const reply = await ask('listFiles', { repository, path, ...(at !== undefined && { source: at }) });
    busy.value = false;
    if (!reply.ok) {
      problem.value = reply.problem;
      return;
    }
    rows.value = ROWS;
    folder.value = { path, files: reply.value };
  }

  const shown = folder.value;
  const entries = useMemo(() => fileEntries(shown?.files.items ?? []), [shown]);
  const left = Math.max(0, entries.length - rows.value);
  const more = Math.min(ROWS, left);
  const source = shown && sourceName(settings, shown.files.source);
  const unsure =
    source !== undefined && silent.length > 0
      ? {
          source,
          silent: listOf(silent.map((id) => sourceName(settings, id))),
          places: sourcePlaces(settings, [shown?.files.source ?? '', ...silent]),
        }
      : undefined;
  return (
    <div class="files">
      {!shown && (
        <Button small icon="folder" aria-disabled={busy.value} onClick={() => void list('')}>
          {t('popup_list_files')}
        </Button>
      )}
      {problem.value?.code === 'SOURCE_GIVES_NOTHING' ? (
        <OtherSource
          problem={problem.value}
          onAnswer={(other) => {
            problem.value = undefined;
            if (other !== undefined) void list(wanted.current, other);
          }}
        />
      ) : (
        problem.value && (
          <Notice tone="error" announce="alert">
            <p>{problemText(problem.value)}</p>
          </Notice>
        )
      )}
      {shown && source !== undefined && (
        <>
          <p class="files-at" tabIndex={-1} ref={where}>
            {t('popup_files_at', source)} <bdi>/{shown.path}</bdi>{' '}
            <SourceHost settings={settings} id={shown.files.source} />
          </p>
          <ul class="file-rows" aria-label={t('popup_files')}>
            {shown.path !== '' && (
              <li class="file-row">
                <Button small variant="quiet" icon="up" onClick={() => void list(parentOf(shown.path))}>
                  {t('popup_folder_up')}
                </Button>
              </li>
            )}
            {entries.slice(0, rows.value).map((entry) => (
              <FileItem
                key={entry.path}
                repository={repository}
                source={shown.files.source}
                entry={entry}
                unsure={unsure}
                onOpen={() => void list(entry.path)}
              />
            ))}
          </ul>
          {entries.length > rows.value && (
            <Button
              small
              onClick={() => {
                rows.value += ROWS;
              }}
            >
              {countOf('popup_more_rows', more, more, left)}
            </Button>
          )}
          {!shown.files.complete && <p class="quiet">{countOf('popup_more_files', entries.length)}</p>}
          {entries.length === 0 && <p class="quiet">{t('popup_no_files')}</p>}
        </>
      )}
    </div>
  );
}
