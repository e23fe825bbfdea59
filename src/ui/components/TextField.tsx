import type { JSX } from 'preact';
import { Field, type FieldWords } from './Field.tsx';

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
  const { id, label, hint, error, aside, value, onInput, type = 'text', ...rest } = props;
  return (
    <Field {...{ id, label, hint, error, aside }}>
      {(tied) => (
        <input
          autocomplete="off"
          {...rest}
          // Preact's types require a role that fits the input's type; no role is set here.
          type={type as 'text'}
          {...tied}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
