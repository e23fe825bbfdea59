import type { ComponentProps } from 'preact';
import { Button } from '../components/Button.tsx';
import { useSettled } from './use-settled.ts';

/** A button that may cost something. For a moment after it appears it ignores presses, which may have been meant for something else. */
export function PayButton({ disabled = false, ...rest }: ComponentProps<typeof Button>) {
  const settled = useSettled();
  return <Button {...rest} disabled={disabled || !settled} data-settling={!settled} />;
}
