import type { ComponentChildren } from 'preact';
import './disclosure.css';
import { Icon } from './Icon.tsx';

interface DisclosureProps {
  summary: ComponentChildren;
  /** Text beside the summary that says what is inside while it is folded. */
  note?: ComponentChildren;
  open?: boolean;
  onToggle?: (open: boolean) => void;
  children: ComponentChildren;
}

/** Content that is hidden until its summary is pressed. */
export function Disclosure({ summary, note, open = false, onToggle, children }: DisclosureProps) {
  return (
    <details class="disclosure" open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary class="disclosure-summary">
        <Icon name="forward" size={14} />
        <span>{summary}</span>
        {note && <span class="disclosure-note">{note}</span>}
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
