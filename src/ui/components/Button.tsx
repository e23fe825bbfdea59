import type { ComponentChildren, JSX } from 'preact';
import './button.css';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';

type ButtonProps = Omit<JSX.IntrinsicElements['button'], 'class' | 'icon'> & {
  /** `primary`: the one thing to do here. `plain`: everything else. `quiet`: without a border. `danger`: destroys. */
  variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  /** Shows the icon alone. The children stay the accessible name, and are the tooltip if they are text. */
  iconOnly?: boolean;
  small?: boolean;
  /** As wide as its container, and higher: for the button that starts a picture. */
  big?: boolean;
  children: ComponentChildren;
};

export function Button({
  variant = 'plain',
  icon,
  iconOnly = false,
  small = false,
  big = false,
  children,
  ...rest
}: ButtonProps) {
  const names = [
    'button',
    `button-${variant}`,
    small && 'button-small',
    big && 'button-big',
    iconOnly && 'button-icon',
  ];
  const tooltip = iconOnly && typeof children === 'string' ? { title: children } : {};
  return (
    <button type="button" {...tooltip} {...rest} class={names.filter(Boolean).join(' ')}>
      {icon && <Icon name={icon} size={small ? 16 : 18} />}
      <span class={iconOnly ? 'visually-hidden' : 'button-text'}>{children}</span>
    </button>
  );
}
