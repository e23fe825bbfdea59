import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './Icon.tsx';
import './pill.css';

interface PillProps {
  expanded: boolean;
  onClick: () => void;
  pillRef?: Ref<HTMLButtonElement>;
  children: ComponentChildren;
}

/** One line over a picture. Pressing it shows how the picture was made. */
export function Pill({ expanded, onClick, pillRef = null, children }: PillProps) {
  return (
    <button
      ref={pillRef}
      type="button"
      class="pill"
      aria-haspopup="dialog"
      aria-expanded={expanded}
      onClick={onClick}
    >
      <span>{children}</span>
      <Icon name="info" size={16} />
    </button>
  );
}
