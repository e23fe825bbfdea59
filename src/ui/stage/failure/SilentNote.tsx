import { Button } from '../../components/Button.tsx';
import { t } from '../../page/extension.ts';
import { focusStage } from '../../page/focus.ts';
import { usePopup } from '../context.ts';
import { StageNote } from './StageNote.tsx';

/** Shown when the background does not answer. */
export function SilentNote() {
  const { greetAgain } = usePopup();
  function again() {
    void greetAgain();
    focusStage();
  }
  return (
    <StageNote
      sign="clock"
      patient
      announce="alert"
      title={t('popup_silent_title')}
      actions={
        <Button variant="primary" icon="again" onClick={again}>
          {t('common_retry')}
        </Button>
      }
    >
      <p>{t('popup_silent')}</p>
    </StageNote>
  );
}
