import { useId } from 'preact/hooks';
import { describedBy, Field, type FieldWords } from './Field.tsx';

interface SelectProps<Value extends string> extends FieldWords {
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  disabled?: boolean;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hint, error, aside, value, options, onChange, disabled = false } = props;
  const id = useId();
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <Field id={id} label={label} hint={hint} error={error} aside={aside}>
      <select
        {...describedBy(id, { hint, error })}
        class="field-input"
        id={id}
        value={value}
        disabled={disabled}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
