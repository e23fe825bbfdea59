import { Toast } from '../components/Toast.tsx';
import { announcement, endAnnouncement, staysMs } from '../page/announcement.ts';
import { t } from '../page/extension.ts';
import { GalleryBar } from './bar/GalleryBar.tsx';
import { SelectingBar } from './bar/SelectingBar.tsx';
import { Compare } from './compare/Compare.tsx';
import { useGallery } from './context.ts';
import { Foot } from './Foot.tsx';
import './gallery-page.css';
import { Nothing } from './Nothing.tsx';
import { Opened } from './opened/Opened.tsx';
import { Wall } from './wall/Wall.tsx';

/** Every picture that was made and is kept. */
export function GalleryPage({ onMakeFirst }: { onMakeFirst: () => void }) {
  const { view } = useGallery();
  const words = announcement.value;
  return (
    <main class="gallery">
      <h1 class="visually-hidden">{t('gallery_title')}</h1>
      {view.comparing.value ? <Compare /> : <Pictures onMakeFirst={onMakeFirst} />}
      <Toast
        words={words}
        staysMs={words ? staysMs(words) : 0}
        onGone={endAnnouncement}
        class="gallery-toast"
      />
    </main>
  );
}

function Pictures({ onMakeFirst }: { onMakeFirst: () => void }) {
  const { model, view } = useGallery();
  const isOpen = view.open.value !== undefined;
  if (isOpen && view.enlarged.value) return <Opened />;
  const isBare = model.shown.value.length === 0;
  return (
    <>
      {view.chosen.value ? <SelectingBar /> : <GalleryBar />}
      {isBare && <Nothing onMakeFirst={onMakeFirst} />}
      {!isBare && (isOpen ? <Opened /> : <Wall />)}
      <Foot />
    </>
  );
}
