import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { t, uiLanguage } from '../../page/extension.ts';
import { asFileSize } from '../../words/file-size.ts';
import type { FileEntry } from './file-entries.ts';

interface FileRowProps {
  entry: FileEntry;
  onOpen: () => void;
  onDownload: () => void;
}

export function FileRow({ entry: { folder, name, size }, onOpen, onDownload }: FileRowProps) {
  if (folder)
    return (
      <div class="file-row">
        <Button small variant="quiet" icon="folder" onClick={onOpen}>
          <bdi>{name}</bdi>
        </Button>
      </div>
    );
  return (
    <div class="file-row">
      <Icon name="file" size={16} />
      <bdi class="file-name">{name}</bdi>
      {size !== undefined && <span class="file-size">{asFileSize(size, uiLanguage())}</span>}
      <Button small variant="quiet" icon="save" iconOnly onClick={onDownload}>
        {t('popup_download_named', name)}
      </Button>
    </div>
  );
}
