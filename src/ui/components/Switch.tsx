import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './switch.css';

interface SwitchProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  hint?: ComponentChildren;
  /** Shows no label; screen readers still read it. */
  hideLabel?: boolean;
}

export function Switch({ label, checked, onChange, disabled = false, hint, hideLabel = false }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch">
      <label class="switch-row">
        <input
          type="checkbox"
          role="switch"
          class="switch-input"
          checked={checked}
          aria-checked={checked}
          disabled={disabled}
          {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span class={hideLabel ? 'visually-hidden' : undefined}>{label}</span>
      </label>
      {hint && (
        <p class="switch-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
