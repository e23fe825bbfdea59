import type { Problem } from '../../../messages/index.ts';
import { Switch } from '../../components/index.ts';
import { ErrorText } from '../../page/ErrorText.tsx';
import { useSave } from '../../page/use-save.ts';

interface SavedSwitchProps {
  label: string;
  hint?: string | undefined;
  checked: boolean;
  onSave: (checked: boolean) => Promise<Problem | undefined>;
  disabled?: boolean;
  /** Hides the label, when the row around the switch shows it. */
  hideLabel?: boolean;
}

/** A switch that is saved when it is pressed. It shows the stored value, so it goes back when saving fails. */
export function SavedSwitch({
  label,
  hint,
  checked,
  onSave,
  disabled = false,
  hideLabel = false,
}: SavedSwitchProps) {
  const { error, save } = useSave();
  return (
    <div class="saved-switch">
      <Switch
        label={label}
        hint={hint}
        checked={checked}
        disabled={disabled}
        hideLabel={hideLabel}
        onChange={(next) => void save(() => onSave(next))}
      />
      {error && <ErrorText>{error}</ErrorText>}
    </div>
  );
}
