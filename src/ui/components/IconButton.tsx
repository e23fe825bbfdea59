import type { JSX } from 'preact';
import { Button } from './Button.tsx';
import type { IconName } from './icon-paths.ts';

type IconButtonProps = Omit<JSX.IntrinsicElements['button'], 'class' | 'icon' | 'label' | 'children'> & {
  icon: IconName;
  /** Its name, which is its tooltip too. */
  label: string;
};

/** A sign of 32 × 32 without a border. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <Button small variant="quiet" iconOnly icon={icon} {...rest}>
      {label}
    </Button>
  );
}
