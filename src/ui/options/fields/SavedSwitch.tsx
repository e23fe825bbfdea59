import type { Problem } from '../../../messages/index.ts';
import { Switch } from '../../components/index.ts';
import { useSave } from '../use-save.ts';

interface SavedSwitchProps {
  label: string;
  hint?: string | undefined;
  checked: boolean;
  onSave: (checked: boolean) => Promise<Problem | undefined>;
  disabled?: boolean;
}

/** Saves as it is switched; shows what is stored, so a refused one falls back by itself. */
export function SavedSwitch({ label, hint, checked, onSave, disabled = false }: SavedSwitchProps) {
  const { error, save } = useSave();
  return (
    <div>
      <Switch
        label={label}
        hint={hint}
        checked={checked}
        disabled={disabled}
        onChange={(next) => void save(() => onSave(next))}
      />
      {error && (
        <p class="error-text" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
