import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isActive } from '../../jobs/index.ts';
import { Composer } from '../composer/Composer.tsx';
import { Finder } from '../lookup/finder/Finder.tsx';
import { usePopup } from '../stage/context.ts';
import { Header } from './Header.tsx';
import './popup.css';
import { handleShortcut } from '../page/shortcuts.ts';
import { Stage } from '../stage/Stage.tsx';
import { Toast } from './Toast.tsx';

/** Two views: making a picture, and finding a model for it. What is typed outlives both. */
export function Popup() {
  const model = usePopup();
  const finding = useSignal(false);
  const view = finding.value ? 'finder' : 'make';

  useEffect(() => {
    if (view !== 'make') return;
    const onKey = (event: KeyboardEvent) => {
      const job = model.shown.value;
      const busy = model.starting.value || (job !== undefined && isActive(job));
      handleShortcut(
        event,
        busy ? { cancel: model.cancelShown } : { generate: () => void model.generateDraft() },
      );
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [view, model]);

  const find = () => {
    finding.value = true;
  };
  return (
    <>
      <Header onFindModel={find} finding={finding.value} />
      <main class="page">
        {finding.value ? (
          <Finder
            onClose={() => {
              finding.value = false;
            }}
          />
        ) : (
          <>
            <Composer onFindModel={find} />
            <Stage onFindModel={find} />
          </>
        )}
      </main>
      <Toast />
    </>
  );
}
