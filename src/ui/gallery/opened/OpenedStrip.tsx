import { t } from '../../page/extension.ts';
import { useGallery } from '../context.ts';
import { Thumb } from './Thumb.tsx';

/** As many as fit on a wide screen around the open one. */
const AROUND = 12;

/** The neighbours of the open picture, so that the list of pictures stays at hand. */
export function OpenedStrip() {
  const { model, view } = useGallery();
  const place = view.open.value?.place ?? 0;
  const start = Math.max(0, place - AROUND);
  const near = model.shown.value.slice(start, place + AROUND + 1);
  return (
    <ul class="opened-strip" aria-label={t('gallery_pictures')}>
      {near.map((picture) => (
        <li key={picture.id}>
          <Thumb
            picture={picture}
            current={picture.id === view.openId.value}
            onPress={() => {
              view.openId.value = picture.id;
            }}
          />
        </li>
      ))}
    </ul>
  );
}
