import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

export interface FieldWords {
  label: string;
  /** One quiet sentence below. */
  hint?: ComponentChildren;
  /** What is wrong with what was typed; announced when it appears. */
  error?: string | undefined;
  /** Content at the end of the label's line, such as a counter or a link. */
  aside?: ComponentChildren;
}

/** The attributes that connect a control with its label, hint and error. */
export interface Tied {
  id: string;
  class: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface FieldProps extends FieldWords {
  id?: string | undefined;
  children: (tied: Tied) => ComponentChildren;
}

/** The frame of a field: label above, hint and error below, tied to the control by id. */
export function Field({ id, label, hint, error, aside, children }: FieldProps) {
  const own = useId();
  const name = id ?? own;
  const describing = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <div class="field-top">
        <label class="field-label" for={name}>
          {label}
        </label>
        {aside}
      </div>
      {children({
        id: name,
        class: 'field-input',
        ...(describing && { 'aria-describedby': describing }),
        ...(error && { 'aria-invalid': true }),
      })}
      {hint && (
        <p class="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${name}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
