import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Segments } from '../../components/Segments.tsx';
import { countOf, t } from '../../page/extension.ts';
import { useGallery } from '../context.ts';
import { useRecords } from '../list/use-record.ts';
import { Differences } from './Differences.tsx';
import { SideBySide } from './SideBySide.tsx';
import { Slider } from './Slider.tsx';
import './compare.css';

type How = 'slider' | 'side';

/** Compares two to four pictures and lists their differences. Two can be laid on one another with a movable line between. */
export function Compare() {
  const { view } = useGallery();
  const how = useSignal<How>('slider');
  const swapped = useSignal(false);
  const close = () => {
    view.comparing.value = false;
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && close();
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  const chosen = view.chosenPictures.value;
  const read = useRecords(chosen).filter((picture) => picture !== undefined);
  const pictures = swapped.value ? read.toReversed() : read;
  const [first, second, ...more] = pictures;
  const title = countOf('gallery_compared', chosen.length);
  const canSlide = more.length === 0;
  return (
    <>
      <header class="gallery-bar gallery-bar-selecting">
        <IconButton icon="close" label={t('common_close')} onClick={close} />
        <h2>{title}</h2>
        <span class="gallery-gap" />
        {canSlide && (
          <Segments<How>
            label={t('gallery_compare_how')}
            hideLabel
            value={how.value}
            options={[
              { value: 'slider', label: t('gallery_compare_slider') },
              { value: 'side', label: t('gallery_compare_side') },
            ]}
            onChange={(value) => {
              how.value = value;
            }}
          />
        )}
        <Button
          small
          icon="swap"
          onClick={() => {
            swapped.value = !swapped.value;
          }}
        >
          {t('gallery_compare_swap')}
        </Button>
      </header>
      <section class="compared" aria-label={title}>
        {first && second && canSlide && how.value === 'slider' ? (
          <Slider first={first} second={second} />
        ) : (
          <SideBySide pictures={pictures} />
        )}
        <Differences pictures={pictures} />
      </section>
    </>
  );
}
