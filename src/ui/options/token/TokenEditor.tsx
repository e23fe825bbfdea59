import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { useFocusOnMount } from '../../page/use-focus-on-mount.ts';
import { SecretField } from './SecretField.tsx';

interface TokenEditorProps {
  label: string;
  hint?: ComponentChildren;
  placeholder?: string | undefined;
  error: string | undefined;
  focus: boolean;
  minor: boolean;
  onSave: (token: string) => Promise<void>;
  onType: () => void;
  onCancel?: () => void;
}

export function TokenEditor({ label, hint, placeholder, error, focus, minor, ...on }: TokenEditorProps) {
  const [text, setText] = useState('');
  const [saving, setSaving] = useState(false);
  const input = useFocusOnMount<HTMLInputElement>(focus);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    await on.onSave(text);
    setSaving(false);
  };

  return (
    <form class="group" onSubmit={submit} noValidate>
      <SecretField
        inputRef={input}
        {...{ label, hint, error, placeholder }}
        value={text}
        onInput={(typed) => {
          setText(typed);
          on.onType();
        }}
      />
      <div class="actions">
        <Button type="submit" variant={minor ? 'plain' : 'primary'} aria-disabled={saving}>
          {t(saving ? 'token_checking' : 'token_save')}
        </Button>
        {on.onCancel && <Button onClick={on.onCancel}>{t('options_cancel')}</Button>}
      </div>
    </form>
  );
}
