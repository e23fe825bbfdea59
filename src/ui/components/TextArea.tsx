import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { describedBy, Field, type FieldWords } from './Field.tsx';

type TextAreaProps = Omit<JSX.IntrinsicElements['textarea'], 'onInput' | 'value' | 'class' | 'id'> &
  FieldWords & {
    id?: string;
    value: string;
    onInput: (text: string) => void;
  };

export function TextArea({ label, hint, error, aside, value, onInput, id, ...rest }: TextAreaProps) {
  const own = useId();
  const name = id ?? own;
  return (
    <Field id={name} label={label} hint={hint} error={error} aside={aside}>
      <textarea
        dir="auto"
        rows={3}
        {...rest}
        {...describedBy(name, { hint, error })}
        class="field-input"
        id={name}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  );
}
