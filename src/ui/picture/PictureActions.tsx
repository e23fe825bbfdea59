import type { RefObject } from 'preact';
import type { StoredPicture } from '../../gallery/index.ts';
import type { Job } from '../../jobs/index.ts';
import { Toolbar } from '../components/Toolbar.tsx';
import { ToolbarButton } from '../components/ToolbarButton.tsx';
import { announce } from '../page/announcement.ts';
import { openGallery, t } from '../page/extension.ts';
import { usePopup } from '../stage/context.ts';
import { useSettled } from '../stage/use-settled.ts';
import { copyPicture } from './copy-picture.ts';
import { savePicture } from './save-picture.ts';

interface PictureActionsProps {
  job: Job;
  stored: StoredPicture;
  moreRef: RefObject<HTMLButtonElement | null>;
  /** For narrow places: only icons. */
  iconOnly?: boolean;
  moreOpen: boolean;
  onMore: () => void;
}

/** The toolbar over the foot of a picture. */
export function PictureActions(props: PictureActionsProps) {
  const { job, stored, moreRef, moreOpen, onMore, iconOnly = false } = props;
  const { again, settings } = usePopup();
  // This button appears where Cancel was: a press that was meant for Cancel must not cost anything.
  const settled = useSettled();

  async function save() {
    announce(t(await savePicture(stored, settings.value)));
  }
  async function copy() {
    const copied = await copyPicture(stored.blob);
    announce(copied ? t('popup_copied') : t('popup_copy_failed'));
  }
  const enlarge = () => openGallery(job.id);

  return (
    <Toolbar label={t('popup_stage')} class="picture-row">
      <ToolbarButton iconOnly={iconOnly} icon="enlarge" label={t('popup_enlarge')} onClick={enlarge} />
      <ToolbarButton iconOnly={iconOnly} icon="save" label={t('popup_save')} onClick={() => void save()} />
      <ToolbarButton iconOnly={iconOnly} icon="copy" label={t('popup_copy')} onClick={() => void copy()} />
      <ToolbarButton
        iconOnly={iconOnly}
        icon="again"
        label={t('popup_again')}
        hint={t('popup_again_hint')}
        disabled={!settled}
        onClick={() => void again(job, { newSeed: true })}
      />
      <ToolbarButton
        icon="more"
        label={t('popup_more_actions')}
        iconOnly
        buttonRef={moreRef}
        aria-haspopup="menu"
        aria-expanded={moreOpen}
        onClick={onMore}
      />
    </Toolbar>
  );
}
