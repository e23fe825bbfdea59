import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { DownloadView, FileAddress, Problem, RepositoryTarget } from '../../../messages/index.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ask, openPage, t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { usePopup } from '../../stage/context.ts';
import { sourceName } from '../../words/source-name.ts';
import { DownloadList } from '../downloads/DownloadList.tsx';
import { ConfirmDownload } from './ConfirmDownload.tsx';
import { FileRow } from './FileRow.tsx';
import type { FileEntry } from './file-entries.ts';
import { OtherSource } from './OtherSource.tsx';

interface FileItemProps {
  repository: RepositoryTarget;
  /** The id of the source whose files these are. */
  source: string;
  entry: FileEntry;
  /**
   * The names of this source and of the sources of higher priority that did not answer; undefined where all
   * answered. Where it is set, a question is asked before a download.
   */
  unsure: { source: string; silent: string; places: string } | undefined;
  onOpen: () => void;
}

/** One folder or file, with the question before its download and any error below it. */
export function FileItem({ repository, source, entry, unsure, onOpen }: FileItemProps) {
  const settings = usePopup().settings.value;
  const asking = useSignal(false);
  const problem = useSignal<Problem | undefined>(undefined);
  const hidden = useSignal<FileAddress | undefined>(undefined);
  const item = useRef<HTMLLIElement>(null);

  async function download(at = source) {
    problem.value = undefined;
    hidden.value = undefined;
    const reply = await ask('downloadFile', { repository, path: entry.path, source: at });
    if (!reply.ok) problem.value = reply.problem;
    // The file is fetched with the source's token: its progress is shown below.
    else if (reply.value.download !== undefined) return;
    else if (reply.value.needsSignIn) hidden.value = reply.value;
    // The hub answers with an attachment, so the browser downloads it instead of opening a tab.
    else openPage(reply.value.url);
  }
  /** Closes the question and returns the focus to the button that opened it. */
  function answer(yes: boolean) {
    asking.value = false;
    item.current?.querySelector('button')?.focus();
    if (yes) void download();
  }

  return (
    <li
      ref={item}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !asking.value) return;
        // Otherwise Escape would also leave the repository.
        event.preventDefault();
        event.stopPropagation();
        answer(false);
      }}
    >
      <FileRow
        entry={entry}
        onOpen={onOpen}
        onDownload={() => {
          if (unsure === undefined) void download();
          else asking.value = true;
        }}
      />
      {asking.value && unsure !== undefined && <ConfirmDownload {...unsure} onAnswer={answer} />}
      <DownloadList settings={settings} only={(one) => one.path === entry.path && isOf(one, repository)} />
      {hidden.value && (
        <Notice
          tone="caution"
          announce="alert"
          actions={
            <Button small icon="external" onClick={() => hidden.value && openPage(hidden.value.url)}>
              {t('popup_open_anyway')}
            </Button>
          }
        >
          <p>{t('popup_sign_in_there', sourceName(settings, hidden.value.source))}</p>
        </Notice>
      )}
      {problem.value?.code === 'SOURCE_GIVES_NOTHING' ? (
        <OtherSource
          problem={problem.value}
          onAnswer={(other) => {
            problem.value = undefined;
            item.current?.querySelector('button')?.focus();
            if (other !== undefined) void download(other);
          }}
        />
      ) : (
        problem.value && (
          <Notice tone="error" announce="alert">
            <p>{problemText(problem.value)}</p>
          </Notice>
        )
      )}
    </li>
  );
}

function isOf({ repository }: DownloadView, { type, id }: RepositoryTarget): boolean {
  return repository.type === type && repository.id === id;
}
