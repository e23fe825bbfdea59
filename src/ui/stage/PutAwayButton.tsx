import { Button } from '../components/Button.tsx';
import { t } from '../page/extension.ts';
import { focusPrompt } from '../page/focus.ts';
import { usePopup } from './context.ts';

/** Takes a job off the stage; what was made stays in the gallery. */
export function PutAwayButton({ jobId, iconOnly = false }: { jobId: string; iconOnly?: boolean }) {
  const { putAway } = usePopup();
  async function away() {
    await putAway(jobId);
    focusPrompt();
  }
  return (
    <Button small variant="quiet" icon="close" iconOnly={iconOnly} onClick={() => void away()}>
      {t('popup_put_away')}
    </Button>
  );
}
