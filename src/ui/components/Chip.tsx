import type { ComponentChildren } from 'preact';
import './chip.css';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';

interface ChipProps {
  /** What it sets; its accessible name. */
  name: string;
  /** Shown instead of the name, where that is too long. */
  brief?: string;
  /** What is set, shown instead of the name; undefined while it is as usual. */
  value?: string | undefined;
  /** Something is set that cannot be shown in a word. */
  set?: boolean;
  /** What is to be known of what is set; said as its description where there is no value. */
  about?: string | undefined;
  /** What it opens, by its own name in the page. */
  opens: string;
  expanded: boolean;
  onClick: () => void;
  /** Before the words. */
  sign?: ComponentChildren;
  icon?: IconName;
}

/** A button that names what it sets until it is set, then shows to what. What is set is said as its description. */
export function Chip(props: ChipProps) {
  const {
    name,
    brief = name,
    value,
    about,
    set = value !== undefined,
    opens,
    expanded,
    onClick,
    sign,
    icon,
  } = props;
  return (
    <button
      type="button"
      class={set ? 'chip chip-set' : 'chip'}
      data-opens={opens}
      aria-label={name}
      title={about ? `${name}: ${about}` : name}
      aria-haspopup="dialog"
      aria-expanded={expanded}
      {...((value ?? about) !== undefined && { 'aria-description': value ?? about })}
      onClick={onClick}
    >
      {sign}
      {icon && <Icon name={icon} size={18} />}
      {/* Its name stays what it sets. The value is its description and no part of its text, which would be another name. */}
      {value === undefined ? (
        <span class="chip-words">{brief}</span>
      ) : (
        <span class="chip-words" data-value={value} />
      )}
      {!icon && <Icon name="open" size={14} />}
    </button>
  );
}
