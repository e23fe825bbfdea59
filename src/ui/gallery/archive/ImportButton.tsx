import { useRef } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { t } from '../../page/extension.ts';
import { useGallery } from '../context.ts';

/** Opens the file chooser; what the chosen file brings is shown before anything is stored. */
export function ImportButton() {
  const { importer } = useGallery();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button small variant="quiet" icon="upload" onClick={() => input.current?.click()}>
        {t('gallery_import')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".zip,application/zip"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void importer.look(file);
          // Choosing the same file again must count as a change: the file may have been mended.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
