import { useEffect, useRef } from 'preact/hooks';
import { isActive } from '../../jobs/index.ts';
import { Button } from '../components/Button.tsx';
import { t } from '../page/extension.ts';
import { focusPrompt } from '../page/focus.ts';
import { usePopup } from '../stage/context.ts';

/** One button, so that the focus stays where it is: *Generate*, which is *Cancel* while the shown job runs. */
export function SubmitRow() {
  const { shown, starting, unconnected, generateDraft, cancelShown, startAnother } = usePopup();
  const job = shown.value;
  const running = !starting.value && job !== undefined && isActive(job);

  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What was pressed to begin (Retry, Again) is gone by now, and the focus with it.
    if (running && document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, [running]);

  function press(event: MouseEvent) {
    // The second click of a double click must not cancel what the first one began.
    if (event.detail > 1 || starting.value) return;
    if (running) cancelShown();
    else void generateDraft();
  }

  function another() {
    startAnother();
    focusPrompt();
  }

  return (
    <div class="submit-row">
      <Button
        ref={button}
        variant={running || unconnected.value ? 'plain' : 'primary'}
        aria-disabled={starting.value}
        aria-keyshortcuts={running ? 'Escape' : 'Control+Enter Meta+Enter'}
        onClick={press}
      >
        {running ? t('common_cancel') : t('popup_generate')}
      </Button>
      {running && (
        <Button variant="quiet" icon="plus" onClick={another}>
          {t('popup_start_another')}
        </Button>
      )}
    </div>
  );
}
