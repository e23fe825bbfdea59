import type { Picture } from '../../../gallery/index.ts';
import { Deed } from '../../components/Deed.tsx';
import { Toolbar } from '../../components/Toolbar.tsx';
import { t } from '../../page/extension.ts';
import { useGallery } from '../context.ts';
import { closeOpened } from './use-turning-keys.ts';

/** While a picture has the whole window: what can be done with it lies on it. */
export function EnlargedRows({ picture }: { picture: Picture }) {
  const { view, deeds } = useGallery();
  const favourite = picture.favourite === true;
  const showPane = () => {
    view.enlarged.value = false;
  };
  return (
    <>
      <Toolbar label={t('gallery_window')} class="enlarged-corner">
        <Deed icon="panel" label={t('gallery_facts_beside')} iconOnly onClick={showPane} />
        <Deed icon="close" label={t('common_close')} iconOnly onClick={() => closeOpened(view)} />
      </Toolbar>
      <Toolbar label={t('gallery_picture')} class="enlarged-row">
        <Deed icon="save" label={t('popup_save')} onClick={() => void deeds.save(picture)} />
        <Deed icon="copy" label={t('gallery_copy_picture')} onClick={() => void deeds.copy(picture)} />
        <Deed
          icon="again"
          label={t('popup_again')}
          hint={t('gallery_again_hint')}
          onClick={() => void deeds.again(picture)}
        />
        <Deed
          icon="heart"
          label={t('gallery_favourite')}
          aria-pressed={favourite}
          onClick={() => void deeds.favour([picture], !favourite)}
        />
      </Toolbar>
    </>
  );
}
