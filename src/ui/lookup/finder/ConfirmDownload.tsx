import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../page/extension.ts';

interface ConfirmDownloadProps {
  /** The name of the source of the file, and of those of higher priority that did not answer. */
  source: string;
  silent: string;
  onAnswer: (yes: boolean) => void;
}

/** The question before a download when a source of higher priority did not answer: it may have another file of that name. */
export function ConfirmDownload({ source, silent, onAnswer }: ConfirmDownloadProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div class="confirm" ref={place}>
      <Notice
        tone="caution"
        announce="alert"
        actions={
          <>
            <Button small variant="primary" onClick={() => onAnswer(true)}>
              {t('popup_download_anyway')}
            </Button>
            <Button small onClick={() => onAnswer(false)}>
              {t('common_cancel')}
            </Button>
          </>
        }
      >
        <p>{t('popup_confirm_provisional', source, silent)}</p>
      </Notice>
    </div>
  );
}
