import { useEffect, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import './toast.css';

export interface ToastWords {
  text: string;
  /** How it can be taken back. */
  action?: { label: string; run: () => void };
}

interface ToastProps {
  /** Undefined: there is nothing to say. The live region is there all the same, or it would not be read out. */
  words: ToastWords | undefined;
  /** How long it stays, in milliseconds; held while it has the pointer or the focus and offers a way back. */
  staysMs: number;
  onGone: () => void;
  class?: string;
}

/** What was just done, lying over the page for a while. */
export function Toast({ words, staysMs, onGone, class: place = '' }: ToastProps) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!words || (held && words.action)) return;
    const timer = setTimeout(onGone, staysMs);
    return () => clearTimeout(timer);
  }, [words, held, staysMs, onGone]);

  return (
    <div
      class={words ? `toast ${place}`.trim() : ''}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <p role="status" class="toast-words">
        {words?.text}
      </p>
      {words?.action && (
        <Button small variant="quiet" onClick={words.action.run}>
          {words.action.label}
        </Button>
      )}
    </div>
  );
}
