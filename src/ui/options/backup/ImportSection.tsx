import { useRef, useState } from 'preact/hooks';
import type { ImportPreview, Reply, SettingsView } from '../../../messages/index.ts';
import { Button } from '../../components/index.ts';
import { ErrorText } from '../../page/ErrorText.tsx';
import { requestOrigin, t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';
import { RowButton } from '../RowButton.tsx';
import { Section } from '../Section.tsx';
import { ImportDialog, type Refusal } from './ImportDialog.tsx';
import { Said } from './Said.tsx';
import { useUndo } from './use-undo.ts';

/** The largest file that is read, in bytes. A settings file is far smaller. */
const LARGEST_FILE = 20_000_000;

interface ReadFile {
  name: string;
  text: string;
  preview: ImportPreview;
}

/** Reads a settings file and shows its changes before anything is imported. */
export function ImportSection() {
  const { ask, show } = useOptions();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<ReadFile>();
  const [error, setError] = useState<string>();
  const [said, setSaid] = useState('');
  const { mayUndo, offer, undo } = useUndo('import', { say: setSaid, fail: setError });

  const read = async (chosen: File) => {
    setSaid('');
    setError(undefined);
    if (chosen.size > LARGEST_FILE) return setError(problemText({ code: 'BACKUP_FOREIGN' }));
    const text = await chosen.text().catch(() => undefined);
    if (text === undefined) return setError(t('options_import_file_gone'));
    const reply = await ask('previewImport', { text });
    if (reply.ok) setFile({ name: chosen.name, text, preview: reply.value });
    else setError(problemText(reply.problem));
  };

  const take = async (parts: string[], passphrase: string): Promise<Refusal | undefined> => {
    if (!file) return undefined;
    const own = file.preview.differences.find(({ part }) => part === 'huggingface.apiUrl');
    const url = own && parts.includes(own.part) ? URL.parse(String(own.inFile)) : null;
    // Before any other await: browsers ask only while the click is being handled.
    if (url && !(await requestOrigin(url.href)))
      return { sentence: t('options_permission_refused', url.host) };
    const reply: Reply<SettingsView> = await ask('importSettings', {
      text: file.text,
      take: parts,
      passphrase,
    });
    if (!reply.ok)
      return {
        sentence: problemText(reply.problem),
        ofPassphrase: reply.problem.code === 'PASSPHRASE_WRONG',
      };
    show(reply.value);
    setFile(undefined);
    setSaid(t('options_import_done', parts.length));
    if (parts.some((part) => part !== 'tokens')) offer();
    return undefined;
  };

  return (
    <Section id="import" title={t('options_import_heading')}>
      <div class="rows">
        <RowButton title={t('options_import_what')} text={t('options_import_what_hint')}>
          <Button icon="upload" onClick={() => input.current?.click()}>
            {t('options_import')}
          </Button>
        </RowButton>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) void read(chosen);
          // Allows choosing the same file again, which may have been corrected.
          event.currentTarget.value = '';
        }}
      />
      {error && <ErrorText>{error}</ErrorText>}
      <Said sentence={said} onUndo={mayUndo ? () => void undo() : undefined} />
      {file && (
        <ImportDialog
          fileName={file.name}
          preview={file.preview}
          onTake={take}
          onClose={() => setFile(undefined)}
        />
      )}
    </Section>
  );
}
