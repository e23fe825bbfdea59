import type { JSX, Ref } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';

interface Looks {
  icon: IconName;
  label: string;
  /** More about it, as its tooltip. */
  hint?: string;
  iconOnly?: boolean;
}

type ToolbarButtonProps = Looks &
  Pick<JSX.IntrinsicElements['button'], 'aria-expanded' | 'aria-haspopup' | 'aria-pressed' | 'disabled'> & {
    onClick: () => void;
    buttonRef?: Ref<HTMLButtonElement>;
  };

/** One of the things a `Toolbar` offers; its word slips away where there is no room for it, its icon stays. */
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

type ToolbarLinkProps = Looks & { href: string; download?: string; onClick?: () => void };

/** As `ToolbarButton`, where the browser itself does it: a page opened, a file saved. */
export function ToolbarLink({
  icon,
  label,
  hint = label,
  iconOnly = false,
  href,
  download,
  onClick,
}: ToolbarLinkProps) {
  const saves = download === undefined ? { target: '_blank', rel: 'noopener' } : { download };
  return (
    <a class="toolbar-button" aria-label={label} title={hint} href={href} {...saves} onClick={onClick}>
      <Icon name={icon} />
      {!iconOnly && <span>{label}</span>}
    </a>
  );
}
