import { IconButton } from '../components/IconButton.tsx';
import { Mark } from '../components/Mark.tsx';
import { openGallery, openOptions, openSidePanel, t } from '../page/extension.ts';

export function Bar({ offersSidePanel }: { offersSidePanel: boolean }) {
  return (
    <header class="bar">
      <Mark />
      <h1 class="bar-name">{t('extension_name')}</h1>
      <IconButton icon="gallery" label={t('popup_gallery')} onClick={() => openGallery()} />
      {offersSidePanel && (
        <IconButton icon="panel" label={t('popup_side_panel')} onClick={() => void openSidePanel()} />
      )}
      <IconButton icon="gear" label={t('popup_options')} onClick={() => void openOptions()} />
    </header>
  );
}
