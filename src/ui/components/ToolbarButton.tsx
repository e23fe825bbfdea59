import type { JSX, Ref } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';

interface Looks {
  icon: IconName;
  label: string;
  /** The tooltip, when it says more than the label. */
  hint?: string;
  iconOnly?: boolean;
}

type ToolbarButtonProps = Looks &
  Pick<JSX.IntrinsicElements['button'], 'aria-expanded' | 'aria-haspopup' | 'aria-pressed' | 'disabled'> & {
    onClick: () => void;
    buttonRef?: Ref<HTMLButtonElement>;
  };

/** A button of a `Toolbar`. Its label is hidden when there is no space for it; its icon stays. */
export function ToolbarButton({
  icon,
  label,
  hint = label,
  iconOnly = false,
  onClick,
  buttonRef = null,
  ...rest
}: ToolbarButtonProps) {
  return (
    <button
      ref={buttonRef}
      type="button"
      class="toolbar-button"
      aria-label={label}
      title={hint}
      onClick={onClick}
      {...rest}
    >
      <Icon name={icon} />
      {!iconOnly && <span>{label}</span>}
    </button>
  );
}
