import type { JSX } from 'preact';
import { Field, type FieldWords } from './Field.tsx';

type TextAreaProps = Omit<JSX.IntrinsicElements['textarea'], 'onInput' | 'value' | 'class' | 'id'> &
  FieldWords & {
    id?: string;
    value: string;
    onInput: (text: string) => void;
  };

export function TextArea({ id, label, hint, error, aside, value, onInput, ...rest }: TextAreaProps) {
  return (
    <Field {...{ id, label, hint, error, aside }}>
      {(tied) => (
        <textarea
          // An empty field takes the page's direction, as its placeholder does.
          dir={value === '' ? undefined : 'auto'}
          rows={3}
          {...rest}
          {...tied}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
