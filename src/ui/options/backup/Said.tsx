import { useRef } from 'preact/hooks';
import { Button } from '../../components/index.ts';
import { t } from '../../page/extension.ts';

interface SaidProps {
  sentence: string;
  /** Takes back what the sentence tells; left out where nothing can be taken back. */
  onUndo?: (() => void) | undefined;
}

/** What was just done in a section, and the way back. */
export function Said({ sentence, onUndo }: SaidProps) {
  const place = useRef<HTMLDivElement>(null);
  return (
    <div class="said" role="status" tabIndex={-1} ref={place}>
      {sentence !== '' && <p class="section-lead">{sentence}</p>}
      {sentence !== '' && onUndo && (
        <Button
          small
          onClick={() => {
            // The button goes with the press.
            place.current?.focus();
            onUndo();
          }}
        >
          {t('common_undo')}
        </Button>
      )}
    </div>
  );
}
