import type { ComponentProps } from 'preact';
import { Button } from '../components/Button.tsx';
import { useSettled } from './use-settled.ts';

/** A button that asks a service and so may cost something: it cannot be hit before it was seen. */
export function PayButton({ disabled = false, ...rest }: ComponentProps<typeof Button>) {
  const settled = useSettled();
  return <Button {...rest} disabled={disabled || !settled} data-settling={!settled} />;
}
