import { useId } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { openOptions, t } from '../../page/extension.ts';
import { useGallery } from '../context.ts';
import './bar.css';
import { Filters } from './Filters.tsx';

/** Search, filters, and the button *Select*. */
export function GalleryBar() {
  const { model, view } = useGallery();
  const id = useId();
  const { filter } = model;
  const choose = () => {
    view.openId.value = undefined;
    view.enlarged.value = false;
    view.chosen.value = new Set();
  };
  return (
    <header class="gallery-bar">
      <div class="gallery-search">
        <Icon name="search" size={18} />
        <label class="visually-hidden" for={id}>
          {t('gallery_search')}
        </label>
        <input
          id={id}
          type="search"
          class="input"
          placeholder={t('gallery_search')}
          value={filter.value.words}
          onInput={(event) => {
            filter.value = { ...filter.value, words: event.currentTarget.value };
          }}
        />
      </div>
      <Filters />
      <span class="gallery-gap" />
      <Button small icon="select" onClick={choose}>
        {t('gallery_select')}
      </Button>
      <IconButton icon="gear" label={t('gallery_options')} onClick={() => void openOptions('pictures')} />
    </header>
  );
}
