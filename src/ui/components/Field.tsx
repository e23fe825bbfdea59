import type { ComponentChildren } from 'preact';
import './field.css';

export interface FieldWords {
  label: string;
  /** One quiet sentence below. */
  hint?: ComponentChildren;
  /** What is wrong with what was typed; announced when it appears. */
  error?: string | undefined;
  /** Beside the label, at the end of the line: a counter, a link. */
  aside?: ComponentChildren;
}

/** The frame of a text field: label above, hint and error below, tied to the control by id. */
export function Field({
  id,
  label,
  hint,
  error,
  aside,
  children,
}: FieldWords & { id: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <div class="field-top">
        <label class="field-label" for={id}>
          {label}
        </label>
        {aside}
      </div>
      {children}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** The attributes that tie a control to its hint and error. */
export function describedBy(id: string, { hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    ...(ids && { 'aria-describedby': ids }),
    ...(error && { 'aria-invalid': true as const }),
  };
}
