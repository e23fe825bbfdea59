import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Problem, RepositoryTarget } from '../../../messages/index.ts';
import { Notice } from '../../components/Notice.tsx';
import { ask, openPage } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { ConfirmDownload } from './ConfirmDownload.tsx';
import { FileRow } from './FileRow.tsx';
import type { FileEntry } from './tree-entries.ts';

interface FileItemProps {
  repository: RepositoryTarget;
  entry: FileEntry;
  /** The name of the source to be asked about first, because one that comes before it did not answer. */
  unsure: string | undefined;
  onOpen: () => void;
}

/** One folder or file. The question before a download, and what went wrong with it, stand right below it. */
export function FileItem({ repository, entry, unsure, onOpen }: FileItemProps) {
  const asking = useSignal(false);
  const problem = useSignal<Problem | undefined>(undefined);
  const item = useRef<HTMLLIElement>(null);

  async function download() {
    problem.value = undefined;
    const reply = await ask('downloadFile', { repository, path: entry.path });
    // The hub answers with an attachment: the browser turns the new tab into a plain download.
    if (reply.ok) openPage(reply.value.url);
    else problem.value = reply.problem;
  }
  /** The buttons of the question go with it: the focus returns to where it came from. */
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
        // An answer to the question, and not the way back.
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
      {asking.value && unsure !== undefined && <ConfirmDownload source={unsure} onAnswer={answer} />}
      {problem.value && (
        <Notice tone="error" announce="alert">
          <p>{problemText(problem.value)}</p>
        </Notice>
      )}
    </li>
  );
}
