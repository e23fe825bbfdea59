import { useEffect, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import './toast.css';

export interface ToastWords {
  text: string;
  /** The button that undoes what the message says. */
  action?: { label: string; run: () => void };
}

interface ToastProps {
  /** Undefined: no message. The live region is rendered even then, or the next message would not be read out. */
  words: ToastWords | undefined;
  /**
   * How long the message stays, in milliseconds. A message with a button stays while it has the pointer or
   * the focus.
   */
  staysMs: number;
  onGone: () => void;
  class?: string;
}

/** A message over the page that says what was just done, for a while. */
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
