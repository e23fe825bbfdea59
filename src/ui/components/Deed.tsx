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

type DeedProps = Looks &
  Pick<JSX.IntrinsicElements['button'], 'aria-expanded' | 'aria-haspopup' | 'aria-pressed' | 'disabled'> & {
    onClick: () => void;
    deedRef?: Ref<HTMLButtonElement>;
  };

/** One of the things a `Toolbar` offers; its word slips away where there is no room for it, its icon stays. */
export function Deed({
  icon,
  label,
  hint = label,
  iconOnly = false,
  onClick,
  deedRef = null,
  ...rest
}: DeedProps) {
  return (
    <button
      ref={deedRef}
      type="button"
      class="deed"
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

type DeedLinkProps = Looks & { href: string; download?: string; onClick?: () => void };

/** As `Deed`, where the browser itself does it: a page opened, a file saved. */
export function DeedLink({
  icon,
  label,
  hint = label,
  iconOnly = false,
  href,
  download,
  onClick,
}: DeedLinkProps) {
  const saves = download === undefined ? { target: '_blank', rel: 'noopener' } : { download };
  return (
    <a class="deed" aria-label={label} title={hint} href={href} {...saves} onClick={onClick}>
      <Icon name={icon} />
      {!iconOnly && <span>{label}</span>}
    </a>
  );
}
