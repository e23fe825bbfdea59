import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { describedBy, Field, type FieldWords } from './Field.tsx';

type TextFieldProps = FieldWords &
  Pick<
    JSX.IntrinsicElements['input'],
    | 'autocomplete'
    | 'dir'
    | 'disabled'
    | 'inputMode'
    | 'maxLength'
    | 'name'
    | 'onBlur'
    | 'onKeyDown'
    | 'placeholder'
    | 'readOnly'
    | 'ref'
    | 'required'
    | 'spellcheck'
  > & {
    type?: 'text' | 'search' | 'url' | 'password';
    id?: string;
    value: string;
    onInput: (text: string) => void;
  };

export function TextField(props: TextFieldProps) {
  const { label, hint, error, aside, value, onInput, id, type = 'text', ...rest } = props;
  const own = useId();
  const name = id ?? own;
  return (
    <Field id={name} label={label} hint={hint} error={error} aside={aside}>
      <input
        autocomplete="off"
        {...rest}
        // The types tie an input's role to its type; none is given here.
        type={type as 'text'}
        {...describedBy(name, { hint, error })}
        class="field-input"
        id={name}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  );
}
