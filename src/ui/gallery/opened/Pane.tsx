import type { Picture } from '../../../gallery/index.ts';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { t, uiLanguage } from '../../page/extension.ts';
import { useGallery } from '../context.ts';
import { momentWords } from '../day-words.ts';
import { Facts } from './Facts.tsx';
import './pane.css';
import { Story } from './Story.tsx';
import { closeOpened } from './use-turning-keys.ts';

interface PaneProps {
  picture: Picture;
  /** The picture's index among the shown ones. */
  place: number;
}

/** The prompt, the actions, the services that were asked, and the facts of a picture. */
export function Pane({ picture, place }: PaneProps) {
  const { model, view, actions } = useGallery();
  const { request, sent } = picture;
  const { prompt } = request;
  const negativePrompt = sent?.negativePrompt ?? request.negativePrompt;
  const language = uiLanguage();
  const number = new Intl.NumberFormat(language);
  const among = t('gallery_place', number.format(place + 1), number.format(model.shown.value.length));
  return (
    <aside class="pane" aria-label={t('gallery_about_picture')}>
      <header class="pane-head">
        <span>
          {among} · {t('common_moment', ...momentWords(picture.createdAt, Date.now(), language))}
        </span>
        <IconButton icon="close" label={t('common_close')} onClick={() => closeOpened(view)} />
      </header>
      <div class="pane-words">
        <p dir="auto">{prompt}</p>
        <IconButton
          icon="copy"
          label={t('gallery_copy_prompt')}
          onClick={() => void actions.copyPrompt(picture)}
        />
      </div>
      {sent && sent.prompt !== prompt && (
        <p class="quiet small" dir="auto">
          {t('gallery_sent_as', sent.prompt)}
        </p>
      )}
      {negativePrompt && (
        <p class="quiet small" dir="auto">
          {t('gallery_left_out', negativePrompt)}
        </p>
      )}
      <div class="pane-actions">
        <Button variant="primary" icon="save" onClick={() => void actions.save(picture.id)}>
          {t('popup_save')}
        </Button>
        <Button icon="copy" onClick={() => void actions.copy(picture.id)}>
          {t('gallery_copy_picture')}
        </Button>
        <Button icon="again" title={t('gallery_again_hint')} onClick={() => void actions.again(picture)}>
          {t('popup_again')}
        </Button>
        <Button
          icon="heart"
          aria-pressed={picture.favourite === true}
          onClick={() => void actions.favour([picture.id], picture.favourite !== true)}
        >
          {t('gallery_favourite')}
        </Button>
      </div>
      <Story picture={picture} />
      <Facts picture={picture} />
      <div class="pane-end">
        <Button variant="quiet" icon="pencil" onClick={() => void actions.edit(picture)}>
          {t('popup_edit')}
        </Button>
        <Button variant="danger" icon="trash" onClick={() => void actions.remove([picture.id])}>
          {t('popup_delete')}
        </Button>
      </div>
    </aside>
  );
}
