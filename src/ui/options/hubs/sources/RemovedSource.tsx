import { useState } from 'preact/hooks';
import { Button, Notice } from '../../../components/index.ts';
import { t } from '../../../page/extension.ts';
import { problemText } from '../../../page/problem-text.ts';
import { useOptions } from '../../../page/settings-context.ts';
import { useFocusOnMount } from '../../../page/use-focus-on-mount.ts';
import type { Removed } from './use-removed-sources.ts';

interface RemovedSourceProps {
  source: Removed;
  onRestored: () => void;
  onDismissed: () => void;
}

/** A notice on a removed source with *Undo*, shown until it is dismissed. */
export function RemovedSource({ source, onRestored, onDismissed }: RemovedSourceProps) {
  const { ask, announce, reload } = useOptions();
  const [error, setError] = useState<string>();
  const undoButton = useFocusOnMount<HTMLButtonElement>(true, { fromButton: true, preventScroll: true });

  const undo = async () => {
    const reply = await ask('restoreSource', { id: source.id });
    if (!reply.ok) return setError(problemText(reply.problem));
    announce(t('source_restored', source.name));
    await reload();
    onRestored();
  };

  return (
    <Notice
      announce="status"
      actions={
        <>
          <Button small ref={undoButton} onClick={undo}>
            {t('source_undo')}
          </Button>
          <Button small variant="quiet" onClick={onDismissed}>
            {t('options_dismiss')}
          </Button>
        </>
      }
    >
      <p>{t('source_removed', source.name)}</p>
      {error && <p class="error-text">{error}</p>}
    </Notice>
  );
}
