import { Field, type FieldWords } from './Field.tsx';
import { IconButton } from './IconButton.tsx';
import './stepper.css';

interface StepperProps extends FieldWords {
  value: number;
  min: number;
  max: number;
  step?: number;
  /** Accessible names of the two buttons. */
  less: string;
  more: string;
  onChange: (value: number) => void;
}

/** A small whole number with − and +; what is typed beyond the limits becomes the limit. */
export function Stepper(props: StepperProps) {
  const { label, hint, error, aside, value, min, max, step = 1, less, more, onChange } = props;
  const set = (wanted: number) => {
    if (Number.isFinite(wanted)) onChange(Math.min(max, Math.max(min, Math.round(wanted))));
  };
  return (
    <Field {...{ label, hint, error, aside }}>
      {(tied) => (
        <div class="stepper">
          <input
            {...tied}
            type="number"
            min={min}
            max={max}
            step={step}
            value={value}
            onChange={(event) => {
              set(event.currentTarget.valueAsNumber);
              event.currentTarget.value = String(value);
            }}
          />
          <IconButton icon="minus" label={less} disabled={value <= min} onClick={() => set(value - step)} />
          <IconButton icon="plus" label={more} disabled={value >= max} onClick={() => set(value + step)} />
        </div>
      )}
    </Field>
  );
}
