import type { Picture } from '../../../gallery/index.ts';
import { Toolbar } from '../../components/Toolbar.tsx';
import { ToolbarButton } from '../../components/ToolbarButton.tsx';
import { t } from '../../page/extension.ts';
import { useGallery } from '../context.ts';
import { closeOpened } from './use-turning-keys.ts';

/** The toolbars over a picture that fills the window. */
export function EnlargedRows({ picture }: { picture: Picture }) {
  const { view, actions } = useGallery();
  const favourite = picture.favourite === true;
  const showPane = () => {
    view.enlarged.value = false;
  };
  return (
    <>
      <Toolbar label={t('gallery_window')} class="enlarged-corner">
        <ToolbarButton icon="panel" label={t('gallery_facts_beside')} iconOnly onClick={showPane} />
        <ToolbarButton icon="close" label={t('common_close')} iconOnly onClick={() => closeOpened(view)} />
      </Toolbar>
      <Toolbar label={t('gallery_picture')} class="enlarged-row">
        <ToolbarButton icon="save" label={t('popup_save')} onClick={() => void actions.save(picture.id)} />
        <ToolbarButton
          icon="copy"
          label={t('gallery_copy_picture')}
          onClick={() => void actions.copy(picture.id)}
        />
        <ToolbarButton
          icon="again"
          label={t('popup_again')}
          hint={t('gallery_again_hint')}
          onClick={() => void actions.again(picture)}
        />
        <ToolbarButton
          icon="heart"
          label={t('gallery_favourite')}
          aria-pressed={favourite}
          onClick={() => void actions.favour([picture.id], !favourite)}
        />
      </Toolbar>
    </>
  );
}
