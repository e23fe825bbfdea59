import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import './dialog.css';

interface DialogProps {
  title: string;
  lead?: ComponentChildren;
  /** 440 instead of 560 pixels wide, for a question. */
  narrow?: boolean;
  /** Called for Escape and for the close button. */
  onClose: () => void;
  /** The buttons: the first stands at the start, the others at the end. */
  foot: ComponentChildren;
  children?: ComponentChildren;
}

/** A modal dialog: head and foot stay visible, the content between scrolls. The browser keeps the focus inside. */
export function Dialog({ title, lead, narrow = false, onClose, foot, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const { current } = dialog;
    if (current && !current.open) current.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={narrow ? 'dialog dialog-narrow' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="dialog-head">
        <h2 id={id}>{title}</h2>
        {lead && <p class="quiet">{lead}</p>}
      </header>
      {children && <div class="dialog-between">{children}</div>}
      <footer class="dialog-foot">{foot}</footer>
    </dialog>
  );
}
