import type { JSX } from 'preact';
import { Button } from './Button.tsx';
import type { IconName } from './icon-paths.ts';

type IconButtonProps = Omit<JSX.IntrinsicElements['button'], 'class' | 'icon' | 'label' | 'children'> & {
  icon: IconName;
  /** The accessible name, and the tooltip. */
  label: string;
};

/** A button of 32 × 32 pixels that shows an icon and no border. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <Button small variant="quiet" iconOnly icon={icon} {...rest}>
      {label}
    </Button>
  );
}
