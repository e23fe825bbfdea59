import type { StoredPicture } from '../../gallery/index.ts';
import type { Job } from '../../jobs/index.ts';
import { Button } from '../components/Button.tsx';
import { announce } from '../page/announcement.ts';
import { download, t } from '../page/extension.ts';
import { usePopup } from '../stage/context.ts';
import { PutAwayButton } from '../stage/PutAwayButton.tsx';
import { copyPicture } from './copy-picture.ts';
import { savedName } from './saved-name.ts';

interface PictureActionsProps {
  job: Job;
  stored: StoredPicture;
  url: string;
}

export function PictureActions({ job, stored, url }: PictureActionsProps) {
  const { generate, generateWithNewSeed, starting } = usePopup();

  function save() {
    download(url, savedName(stored.picture));
    announce(t('popup_saved'));
  }
  async function copy() {
    const copied = await copyPicture(stored.blob);
    announce(copied ? t('popup_copied') : t('popup_copy_failed'));
  }

  return (
    <div class="figure-actions">
      <Button small icon="save" onClick={save}>
        {t('popup_save')}
      </Button>
      <Button small icon="copy" onClick={() => void copy()}>
        {t('popup_copy')}
      </Button>
      <PutAwayButton jobId={job.id} />
      <div class="figure-again">
        <Button small aria-disabled={starting.value} onClick={() => void generate(job.request)}>
          {t('popup_again_same')}
        </Button>
        <Button small aria-disabled={starting.value} onClick={() => void generateWithNewSeed(job.request)}>
          {t('popup_again_new_seed')}
        </Button>
      </div>
    </div>
  );
}
