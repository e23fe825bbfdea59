import type { ComponentChildren } from 'preact';
import './disclosure.css';
import { Icon } from './Icon.tsx';

interface DisclosureProps {
  summary: ComponentChildren;
  /** Quiet words beside the summary: what is inside, while it is folded. */
  note?: ComponentChildren;
  open?: boolean;
  onToggle?: (open: boolean) => void;
  children: ComponentChildren;
}

/** What is needed now and then, folded away. */
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
