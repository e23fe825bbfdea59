import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import './menu.css';
import { Popover } from './Popover.tsx';
import { useRoving } from './roving.ts';

interface MenuProps {
  label: string;
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
  class?: string;
  children: ComponentChildren;
}

/** Actions in a box that opens at the press of its button. Arrows go from one to the next. */
export function Menu({ label, opener, onClose, class: place = '', children }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  useRoving(list);
  return (
    <Popover role="menu" label={label} opener={opener} onClose={onClose} class={`menu ${place}`.trim()}>
      <div ref={list} role="presentation">
        {children}
      </div>
    </Popover>
  );
}

interface MenuItemProps {
  icon?: IconName;
  danger?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

export function MenuItem({ icon, danger = false, onClick, children }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      class={danger ? 'menu-item menu-danger' : 'menu-item'}
      onClick={onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
