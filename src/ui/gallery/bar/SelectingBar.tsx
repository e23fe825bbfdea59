import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { countOf, t } from '../../page/extension.ts';
import { useGallery } from '../context.ts';
import './bar.css';

/** Buttons for the selected pictures, in the place of the search. */
export function SelectingBar() {
  const { model, view, actions, exporter } = useGallery();
  const chosen = view.chosenPictures.value;
  const ids = chosen.map(({ id }) => id);
  const none = chosen.length === 0;
  const all = model.shown.value;
  const areFavourites = !none && chosen.every(({ favourite }) => favourite);
  const comparable = chosen.length >= 2 && chosen.length <= 4;
  return (
    <header class="gallery-bar gallery-bar-selecting">
      <IconButton icon="close" label={t('gallery_stop_selecting')} onClick={view.endChoosing} />
      <p role="status">{countOf('gallery_chosen', chosen.length)}</p>
      <Button
        small
        variant="quiet"
        onClick={() => {
          view.chosen.value = new Set(all.slice().map(({ id }) => id));
        }}
      >
        {countOf('gallery_select_all', all.length)}
      </Button>
      <span class="gallery-gap" />
      <Button
        small
        icon="swap"
        aria-disabled={!comparable}
        title={t('gallery_compare_hint')}
        onClick={() => {
          if (comparable) view.comparing.value = true;
        }}
      >
        {t('gallery_compare')}
      </Button>
      <Button small icon="save" aria-disabled={none} onClick={() => !none && void exporter.start(chosen)}>
        {t('gallery_export')}
      </Button>
      <Button
        small
        icon="heart"
        aria-pressed={areFavourites}
        aria-disabled={none}
        onClick={() => !none && void actions.favour(ids, !areFavourites)}
      >
        {t('gallery_favourite')}
      </Button>
      <Button
        small
        variant="danger"
        icon="trash"
        aria-disabled={none}
        onClick={() => !none && void actions.remove(ids)}
      >
        {t('popup_delete')}
      </Button>
    </header>
  );
}
