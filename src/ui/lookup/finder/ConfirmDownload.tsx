import { Button } from '../../components/Button.tsx';
import { t } from '../../page/extension.ts';
import { FinderQuestion } from './FinderQuestion.tsx';

interface ConfirmDownloadProps {
  /** The names of the source of the file, and of the sources of higher priority that did not answer. */
  source: string;
  silent: string;
  /** These sources with their hosts. */
  places: string;
  onAnswer: (yes: boolean) => void;
}

/** The question before a download when a source of higher priority did not answer: it may have another file of that name. */
export function ConfirmDownload({ source, silent, places, onAnswer }: ConfirmDownloadProps) {
  return (
    <FinderQuestion places={places} text={t('popup_confirm_provisional', source, silent)}>
      <Button small variant="primary" onClick={() => onAnswer(true)}>
        {t('popup_download_anyway')}
      </Button>
      <Button small onClick={() => onAnswer(false)}>
        {t('common_cancel')}
      </Button>
    </FinderQuestion>
  );
}
