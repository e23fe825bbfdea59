import type { Problem } from '../../../messages/index.ts';
import { Select } from '../../components/index.ts';
import { useSave } from '../../page/use-save.ts';
import { SavedMark } from './SavedMark.tsx';

interface SavedSelectProps<Value extends string> {
  label: string;
  hint?: string | undefined;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onSave: (value: Value) => Promise<Problem | undefined>;
  disabled?: boolean;
}

/** A select that saves each choice. It shows the stored value, so it goes back when saving fails. */
export function SavedSelect<Value extends string>({ onSave, ...rest }: SavedSelectProps<Value>) {
  const { error, state, save } = useSave();
  return (
    <Select
      {...rest}
      error={error}
      aside={<SavedMark state={state} />}
      onChange={(value) => void save(() => onSave(value))}
    />
  );
}
