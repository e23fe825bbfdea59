import { useCallback, useRef } from 'preact/hooks';
import { Toast } from '../components/Toast.tsx';
import { announce, announcement, endAnnouncement, staysMs } from '../page/announcement.ts';
import { t } from '../page/extension.ts';
import { FilesGiven } from '../page/FilesGiven.tsx';
import { ExportDialog } from './archive/ExportDialog.tsx';
import { ImportDialog } from './archive/ImportDialog.tsx';
import { GalleryBar } from './bar/GalleryBar.tsx';
import { SelectingBar } from './bar/SelectingBar.tsx';
import { Compare } from './compare/Compare.tsx';
import { useGallery } from './context.ts';
import { Foot } from './Foot.tsx';
import './gallery-page.css';
import { Nothing } from './Nothing.tsx';
import { Notices } from './Notices.tsx';
import { Opened } from './opened/Opened.tsx';
import { useFocusKept } from './use-focus-kept.ts';
import { Wall } from './wall/Wall.tsx';

/** Every picture that was made and is kept. */
export function GalleryPage({ onMakeFirst }: { onMakeFirst: () => void }) {
  const { view, settings, importer, actions } = useGallery();
  const give = useCallback(
    (file: File) => void (isZip(file) ? importer.look(file) : actions.take(file)),
    [importer, actions],
  );
  const box = useRef<HTMLElement>(null);
  useFocusKept(box);
  const words = announcement.value;
  return (
    <main ref={box} class={settings.value?.pictures.blurs ? 'gallery gallery-blurred' : 'gallery'}>
      <FilesGiven hint={t('gallery_given_hint')} onFile={give} onSeveral={refuse} />
      <h1 class="visually-hidden">{t('gallery_title')}</h1>
      {view.comparing.value ? <Compare /> : <Pictures onMakeFirst={onMakeFirst} />}
      <Toast
        words={words}
        staysMs={words ? staysMs(words) : 0}
        onGone={endAnnouncement}
        class="gallery-toast"
      />
      <ExportDialog />
      <ImportDialog />
    </main>
  );
}

const refuse = () => announce(t('given_several'));

const isZip = ({ name, type }: File) => /\.zip$/i.test(name) || /zip/.test(type);

function Pictures({ onMakeFirst }: { onMakeFirst: () => void }) {
  const { model, view } = useGallery();
  const isOpen = view.open.value !== undefined;
  if (isOpen && view.enlarged.value) return <Opened />;
  const isBare = model.shown.value.length === 0;
  return (
    <>
      {view.chosen.value ? <SelectingBar /> : <GalleryBar />}
      <Notices />
      {isBare && <Nothing onMakeFirst={onMakeFirst} />}
      {!isBare && (isOpen ? <Opened /> : <Wall />)}
      <Foot />
    </>
  );
}
