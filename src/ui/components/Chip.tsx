import type { ComponentChildren } from 'preact';
import './chip.css';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';

interface ChipProps {
  /** The name of the setting; also the accessible name. */
  name: string;
  /** Shown instead of a name that is too long. */
  brief?: string;
  /** The value, shown instead of the name; undefined for the default. */
  value?: string | undefined;
  /** A value is set that cannot be shown in a word. */
  set?: boolean;
  /** A note on the value; the accessible description when there is no value. */
  about?: string | undefined;
  /** The id of what the chip opens. */
  opens: string;
  expanded: boolean;
  onClick: () => void;
  /** Content before the text. */
  sign?: ComponentChildren;
  icon?: IconName;
}

/** A button for one setting: shows the setting's name, or its value once it is set. The value is the accessible description. */
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
      {/* The accessible name is always the setting's name. The value is the description: as text it would become part of the name. */}
      {value === undefined ? (
        <span class="chip-words">{brief}</span>
      ) : (
        <span class="chip-words" data-value={value} />
      )}
      {!icon && <Icon name="open" size={14} />}
    </button>
  );
}
