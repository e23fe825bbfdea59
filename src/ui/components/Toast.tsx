import { useEffect, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import './toast.css';

export interface ToastWords {
  text: string;
  /** The button that undoes what the message says. A press ends the message; `run` moves the focus. */
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
  const action = words?.action;
  useEffect(() => {
    if (!words || (held && words.action)) return;
    const timer = setTimeout(onGone, staysMs);
    return () => clearTimeout(timer);
  }, [words, held, staysMs, onGone]);

  const press = (run: () => void) => {
    // A second press would undo a later change.
    setHeld(false);
    onGone();
    run();
  };

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
      {action && (
        <Button small variant="quiet" onClick={() => press(action.run)}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
