import type { Problem } from '../../../messages/index.ts';
import type { Limits } from '../../../settings/definition.ts';
import { t } from '../../page/extension.ts';
import { parseNumber } from './numbers.ts';
import { SavedTextField } from './SavedTextField.tsx';

interface SavedNumberFieldProps {
  label: string;
  hint?: string | undefined;
  value: number;
  limits: Limits;
  /** Only whole numbers. */
  whole?: boolean;
  onSave: (value: number) => Promise<Problem | undefined>;
  disabled?: boolean;
}

/** A field for a number within limits. A text field, since browsers drop text that they do not accept from number fields. */
export function SavedNumberField({ value, limits, whole = false, onSave, ...rest }: SavedNumberFieldProps) {
  const read = (text: string) => {
    const number = parseNumber(text, limits);
    return number === undefined || (whole && !Number.isInteger(number)) ? undefined : number;
  };
  const wrong = t(whole ? 'options_number_whole' : 'options_number', limits.min, limits.max);
  return (
    <SavedTextField
      {...rest}
      inputMode={whole ? 'numeric' : 'decimal'}
      value={String(value)}
      check={(text) => (read(text) === undefined ? wrong : undefined)}
      onSave={async (text) => {
        const number = read(text);
        return number === undefined ? undefined : onSave(number);
      }}
    />
  );
}
