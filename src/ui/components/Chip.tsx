import type { ComponentChildren, Ref } from 'preact';
import './chip.css';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';

interface ChipProps {
  /** What it sets; its accessible name. */
  name: string;
  /** What is set, shown instead of the name; undefined while it is as usual. */
  value?: string | undefined;
  /** Opens a popover of this role with the chip's own name. */
  opens?: 'dialog' | 'listbox';
  expanded: boolean;
  onClick: () => void;
  /** Before the words. */
  sign?: ComponentChildren;
  icon?: IconName;
  chipRef?: Ref<HTMLButtonElement>;
}

/** A button that names what it sets until it is set, then shows to what. What is set is said as its description. */
export function Chip({
  name,
  value,
  opens = 'dialog',
  expanded,
  onClick,
  sign,
  icon,
  chipRef = null,
}: ChipProps) {
  return (
    <button
      ref={chipRef}
      type="button"
      class={value === undefined ? 'chip' : 'chip chip-set'}
      aria-label={name}
      title={name}
      aria-haspopup={opens}
      aria-expanded={expanded}
      {...(value !== undefined && { 'aria-description': value })}
      onClick={onClick}
    >
      {sign}
      {icon && <Icon name={icon} size={18} />}
      <span class="chip-words">{value ?? name}</span>
      {!icon && <Icon name="open" size={14} />}
    </button>
  );
}
