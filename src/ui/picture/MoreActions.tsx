import type { RefObject } from 'preact';
import type { Job } from '../../jobs/index.ts';
import { Menu, MenuItem } from '../components/Menu.tsx';
import { announceReplaced } from '../composer/announce-replaced.ts';
import { offerStyle, styleOf } from '../composer/save-as-style.ts';
import { announce } from '../page/announcement.ts';
import { t } from '../page/extension.ts';
import { focusPrompt, focusStage } from '../page/focus.ts';
import { usePopup } from '../stage/context.ts';
import { styleName } from '../words/style-name.ts';

export interface MoreActionsProps {
  job: Job;
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
  onHow: () => void;
}

/** The menu of less frequent actions: Edit, Save as style, How it was made, Delete. */
export function MoreActions({ job, opener, onClose, onHow }: MoreActionsProps) {
  const { edit, keeper, deletePicture, takeBack } = usePopup();

  async function change() {
    onClose();
    const unsent = keeper.changed() && keeper.draft.value.prompt.trim() !== '';
    const { undo, gone } = await edit(job.request);
    focusPrompt();
    const said = gone ? t('given_style_words', styleName(gone)) : t('popup_edited');
    // A prompt that was typed and not sent can be restored.
    if (unsent) announceReplaced(said, undo);
    else announce(said);
  }
  async function keepStyle() {
    onClose();
    await offerStyle(styleOf(job.request));
  }
  async function remove() {
    onClose();
    if (!(await deletePicture(job.id))) return;
    const run = () => {
      void takeBack();
      focusStage();
    };
    announce(t('popup_deleted'), { label: t('common_undo'), run });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.stage-toast button')?.focus());
  }

  return (
    <Menu label={t('popup_more_actions')} opener={opener} onClose={onClose} class="picture-menu">
      <MenuItem icon="pencil" onClick={() => void change()}>
        {t('popup_edit')}
      </MenuItem>
      <MenuItem icon="plus" onClick={() => void keepStyle()}>
        {t('popup_save_as_style')}
      </MenuItem>
      <MenuItem icon="info" onClick={onHow}>
        {t('popup_how_made')}
      </MenuItem>
      <MenuItem icon="trash" danger onClick={() => void remove()}>
        {t('popup_delete')}
      </MenuItem>
    </Menu>
  );
}
