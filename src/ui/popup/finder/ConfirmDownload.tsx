import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../extension.ts';

interface ConfirmDownloadProps {
  source: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asked where a source that comes first did not answer: it may hold another file of that name. */
export function ConfirmDownload({ source, onConfirm, onCancel }: ConfirmDownloadProps) {
  return (
    <Notice
      tone="caution"
      announce="alert"
      actions={
        <>
          <Button small variant="primary" onClick={onConfirm}>
            {t('popup_download_anyway')}
          </Button>
          <Button small onClick={onCancel}>
            {t('common_cancel')}
          </Button>
        </>
      }
    >
      <p>{t('popup_confirm_provisional', source)}</p>
    </Notice>
  );
}
