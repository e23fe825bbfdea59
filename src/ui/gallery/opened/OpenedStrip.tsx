import { t } from '../../page/extension.ts';
import { useGallery } from '../context.ts';
import { Thumb } from './Thumb.tsx';

/** How many thumbnails are drawn on each side of the open picture: as many as fit on a wide screen. */
const AROUND = 12;

/** The pictures before and after the open one, as a list of thumbnails. */
export function OpenedStrip() {
  const { model, view } = useGallery();
  const place = view.open.value?.place ?? 0;
  const start = Math.max(0, place - AROUND);
  const near = model.shown.value.slice(start, place + AROUND + 1);
  return (
    <ul class="opened-strip" aria-label={t('gallery_pictures')}>
      {near.map((entry) => (
        <li key={entry.id}>
          <Thumb
            entry={entry}
            current={entry.id === view.openId.value}
            onPress={() => {
              view.openId.value = entry.id;
            }}
          />
        </li>
      ))}
    </ul>
  );
}
