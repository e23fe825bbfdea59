import { useState } from 'preact/hooks';
import type { Problem } from '../../../messages/index.ts';
import { TextField } from '../../components/index.ts';
import { useSave } from '../../page/use-save.ts';
import { SavedMark } from './SavedMark.tsx';

interface SavedTextFieldProps {
  label: string;
  hint?: string | undefined;
  /** The stored text. */
  value: string;
  /** Checks a typed text before it is sent; returns the sentence for what is wrong. */
  check?: (text: string) => string | undefined;
  onSave: (text: string) => Promise<Problem | undefined>;
  disabled?: boolean;
  inputMode?: 'numeric' | 'decimal' | 'text';
}

/** A text field that is saved with Enter or when it loses the focus. A refused text stays, with the reason below. */
export function SavedTextField({ label, hint, value, check, onSave, ...rest }: SavedTextFieldProps) {
  const { error, state, save, show } = useSave();
  const [draft, setDraft] = useState<string>();

  const commit = async () => {
    if (draft === undefined || state === 'saving') return;
    const text = draft.trim();
    const wrong = text === value ? undefined : check?.(text);
    if (wrong) return show(wrong);
    if (text !== value && !(await save(() => onSave(text)))) return;
    setDraft((now) => (now === draft ? undefined : now));
    if (text === value) show();
  };

  return (
    <TextField
      {...rest}
      label={label}
      hint={hint}
      error={error}
      aside={<SavedMark state={state} />}
      spellcheck={false}
      dir="ltr"
      value={draft ?? value}
      onInput={(text) => {
        setDraft(text);
        if (state === 'saved') show();
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void commit();
      }}
    />
  );
}
